/** Which of the two languages a reader sees. */
@NullMarked
package photoset.api.language;

import org.jspecify.annotations.NullMarked;
