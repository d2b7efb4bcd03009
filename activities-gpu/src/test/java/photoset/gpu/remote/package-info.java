@NullMarked
package photoset.gpu.remote;

import org.jspecify.annotations.NullMarked;
