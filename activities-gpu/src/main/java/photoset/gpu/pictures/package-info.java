/** A photo as pixels for models: decoded, resized, in Lab; knows no model. */
@NullMarked
package photoset.gpu.pictures;

import org.jspecify.annotations.NullMarked;
