/** Contours of things that are straight or smooth, brought to the photo's own edges, and what their masks have of their surroundings. */
@NullMarked
package photoset.cpu.outlines;

import org.jspecify.annotations.NullMarked;
