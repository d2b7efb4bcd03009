/** Draws the materials of the catalogue as seamless pictures of a known size. */
@NullMarked
package photoset.cpu.materials;

import org.jspecify.annotations.NullMarked;
