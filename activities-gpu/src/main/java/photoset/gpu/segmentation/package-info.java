/** What every segmenter does alike: tell Temporal that it lives, hear of a cancellation, write masks and instances. */
@NullMarked
package photoset.gpu.segmentation;

import org.jspecify.annotations.NullMarked;
