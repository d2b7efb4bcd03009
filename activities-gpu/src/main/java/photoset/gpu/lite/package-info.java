/** The bundled network for rooms and products: loads, asks and reads it. */
@NullMarked
package photoset.gpu.lite;

import org.jspecify.annotations.NullMarked;
