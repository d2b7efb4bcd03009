/** Takes a photo through the steps of a rule, row by row, and proves what was changed and what was not. */
@NullMarked
package photoset.cpu.painting;

import org.jspecify.annotations.NullMarked;
