@NullMarked
package photoset.gpu.sam3;

import org.jspecify.annotations.NullMarked;
