/** Masks of lines that a network drew far wider than they are: joints between tiles, cables, glazing bars. */
@NullMarked
package photoset.cpu.lines;

import org.jspecify.annotations.NullMarked;
