/** {@code bench gpu}: what segmentation by a model package costs, beside Python. */
@NullMarked
package photoset.bench.gpu;

import org.jspecify.annotations.NullMarked;
