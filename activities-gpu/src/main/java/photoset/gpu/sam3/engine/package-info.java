/** From words and boxes to masks at the network's scale: tokens, batches, the graphs of a model package. */
@NullMarked
package photoset.gpu.sam3.engine;

import org.jspecify.annotations.NullMarked;
