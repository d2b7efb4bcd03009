/** Numbers and decisions for each pixel, before they become masks. */
@NullMarked
package photoset.gpu.planes;

import org.jspecify.annotations.NullMarked;
