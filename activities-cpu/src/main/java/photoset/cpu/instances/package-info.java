/** Single instances of a photo and of an album. */
@NullMarked
package photoset.cpu.instances;

import org.jspecify.annotations.NullMarked;
