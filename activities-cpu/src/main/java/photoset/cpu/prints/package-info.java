/** Text and logos that are printed on a product: their ink told from the paint that it lies on. */
@NullMarked
package photoset.cpu.prints;

import org.jspecify.annotations.NullMarked;
