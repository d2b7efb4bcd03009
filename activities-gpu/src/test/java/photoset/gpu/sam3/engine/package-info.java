@NullMarked
package photoset.gpu.sam3.engine;

import org.jspecify.annotations.NullMarked;
