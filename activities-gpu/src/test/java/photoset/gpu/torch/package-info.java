@NullMarked
package photoset.gpu.torch;

import org.jspecify.annotations.NullMarked;
