/** Finds how a surface repeats itself: the moves after which tiles, boards or bricks lie on each other again. */
@NullMarked
package photoset.cpu.patterns;

import org.jspecify.annotations.NullMarked;
