@NullMarked
package photoset.gpu.lite;

import org.jspecify.annotations.NullMarked;
