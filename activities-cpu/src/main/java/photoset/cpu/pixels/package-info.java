/** Pure arithmetic on pictures, masks and colours: no files, no settings, no decisions. */
@NullMarked
package photoset.cpu.pixels;

import org.jspecify.annotations.NullMarked;
