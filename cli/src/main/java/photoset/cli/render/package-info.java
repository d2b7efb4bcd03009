/** One picture, its masks and a rule from a disk to a result on a disk, with the codec and the code of the workers. */
@NullMarked
package photoset.cli.render;

import org.jspecify.annotations.NullMarked;
