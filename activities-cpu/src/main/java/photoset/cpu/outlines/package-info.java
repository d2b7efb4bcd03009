/** Contours of things that are straight or smooth, brought to the photo's own edges. */
@NullMarked
package photoset.cpu.outlines;

import org.jspecify.annotations.NullMarked;
