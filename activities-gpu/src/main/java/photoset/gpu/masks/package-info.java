/** Masks as bytes: contours, islands and holes, connected parts, run lengths, PNG; knows no model and no store. */
@NullMarked
package photoset.gpu.masks;

import org.jspecify.annotations.NullMarked;
