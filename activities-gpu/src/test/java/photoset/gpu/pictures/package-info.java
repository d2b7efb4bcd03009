@NullMarked
package photoset.gpu.pictures;

import org.jspecify.annotations.NullMarked;
