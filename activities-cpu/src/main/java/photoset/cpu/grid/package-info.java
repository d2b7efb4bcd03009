/** A photo as a coarse grid of nodes, and what is done on whole grids: growing, finding pieces, spreading colours. */
@NullMarked
package photoset.cpu.grid;

import org.jspecify.annotations.NullMarked;
