@NullMarked
package photoset.gpu.planes;

import org.jspecify.annotations.NullMarked;
