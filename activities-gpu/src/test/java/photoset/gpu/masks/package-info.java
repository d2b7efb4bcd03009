@NullMarked
package photoset.gpu.masks;

import org.jspecify.annotations.NullMarked;
