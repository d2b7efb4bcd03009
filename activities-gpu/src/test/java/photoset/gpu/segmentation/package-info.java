@NullMarked
package photoset.gpu.segmentation;

import org.jspecify.annotations.NullMarked;
