@NullMarked
package photoset.gpu;

import org.jspecify.annotations.NullMarked;
