/** Pure arithmetic on pictures, masks and colours: no files, no settings, no decisions. */
@NullMarked
package photoset.imaging;

import org.jspecify.annotations.NullMarked;
