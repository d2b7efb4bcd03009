/** How an album is declared and uploaded: what may be declared, and the links that let a client put it into the store. */
@NullMarked
package photoset.api.uploads;

import org.jspecify.annotations.NullMarked;
