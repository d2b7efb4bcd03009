/** Which characters a request may write: those that the database can keep. */
@NullMarked
package photoset.api.text;

import org.jspecify.annotations.NullMarked;
