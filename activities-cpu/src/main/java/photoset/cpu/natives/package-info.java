/** Shared libraries of pictures, found and called through Java's Foreign Function API. */
@NullMarked
package photoset.cpu.natives;

import org.jspecify.annotations.NullMarked;
