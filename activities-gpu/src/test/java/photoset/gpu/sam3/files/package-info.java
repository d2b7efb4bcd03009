@NullMarked
package photoset.gpu.sam3.files;

import org.jspecify.annotations.NullMarked;
