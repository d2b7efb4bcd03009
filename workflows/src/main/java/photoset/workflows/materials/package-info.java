/** Looks as data: what a material is made of and how its pieces are laid, so that a worker can draw it. */
@NullMarked
package photoset.workflows.materials;

import org.jspecify.annotations.NullMarked;
