/** Finds concepts in photos on a disk, with the codec and the model of the workers and without any server. */
@NullMarked
package photoset.standalone.segment;

import org.jspecify.annotations.NullMarked;
