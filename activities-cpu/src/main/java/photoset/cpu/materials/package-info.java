/** Draws the materials of the catalog as seamless pictures of a known size: how pieces lie, and what they are made of. */
@NullMarked
package photoset.cpu.materials;

import org.jspecify.annotations.NullMarked;
