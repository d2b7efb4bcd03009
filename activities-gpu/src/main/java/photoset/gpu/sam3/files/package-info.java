/** A model package on the disk: what its manifest says, whether its files are what it says, its golden cases. */
@NullMarked
package photoset.gpu.sam3.files;

import org.jspecify.annotations.NullMarked;
