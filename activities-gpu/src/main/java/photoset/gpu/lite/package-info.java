/** The bundled network for rooms and products: loads, asks and reads it; the only package that knows DJL. */
@NullMarked
package photoset.gpu.lite;

import org.jspecify.annotations.NullMarked;
