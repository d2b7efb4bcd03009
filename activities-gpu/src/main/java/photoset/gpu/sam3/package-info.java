/** Open-vocabulary segmentation by SAM 3: an operator brings the weights, exported to a model package. */
@NullMarked
package photoset.gpu.sam3;

import org.jspecify.annotations.NullMarked;
