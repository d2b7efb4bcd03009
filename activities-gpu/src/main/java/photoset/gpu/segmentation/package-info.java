/** What every segmenter does alike: read the photo's view, write masks and instances. */
@NullMarked
package photoset.gpu.segmentation;

import org.jspecify.annotations.NullMarked;
