/** Masks that users made: checked, brought to the photo's size and parted into instances. */
@NullMarked
package photoset.cpu.ownmasks;

import org.jspecify.annotations.NullMarked;
