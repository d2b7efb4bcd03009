/** Finds how a surface goes on: the moves after which tiles, boards or bricks lie on each other again, and straight lines. */
@NullMarked
package photoset.cpu.patterns;

import org.jspecify.annotations.NullMarked;
