/** Reads request bodies strictly and names everything in them that does not fit. */
@NullMarked
package photoset.api.json;

import org.jspecify.annotations.NullMarked;
