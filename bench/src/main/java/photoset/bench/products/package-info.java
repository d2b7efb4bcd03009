/** Products on a table, cast ray by ray, so that their contours, shadows and ink are known; and what is measured on them. */
@NullMarked
package photoset.bench.products;

import org.jspecify.annotations.NullMarked;
