/** What a photo tells about the paints of one surface and the light on it. */
@NullMarked
package photoset.cpu.paints;

import org.jspecify.annotations.NullMarked;
