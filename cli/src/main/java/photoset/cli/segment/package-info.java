/** Finds concepts in photos on a disk, with the codec and the model of the workers and without any server. */
@NullMarked
package photoset.cli.segment;

import org.jspecify.annotations.NullMarked;
