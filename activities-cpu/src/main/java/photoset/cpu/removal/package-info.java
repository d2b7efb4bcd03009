/** Takes things out of a photo: what was behind them is filled from what is around, patch by patch, and never from what is protected. */
@NullMarked
package photoset.cpu.removal;

import org.jspecify.annotations.NullMarked;
