/** Masks as 8-bit grey PNG (W3C PNG, third edition): written, and recognized by their bytes. */
@NullMarked
package photoset.imaging.png;

import org.jspecify.annotations.NullMarked;
