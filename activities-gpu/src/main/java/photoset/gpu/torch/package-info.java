/** libtorch in this process: where it runs, on which thread, and what its failures mean. */
@NullMarked
package photoset.gpu.torch;

import org.jspecify.annotations.NullMarked;
