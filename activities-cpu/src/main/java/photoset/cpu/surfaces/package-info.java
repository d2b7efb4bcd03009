/** Where the flat surfaces of a room lie in its photo, and how a material looks on them. */
@NullMarked
package photoset.cpu.surfaces;

import org.jspecify.annotations.NullMarked;
