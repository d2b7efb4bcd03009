/** Rules and what they make of the pixels. */
@NullMarked
package photoset.workflows.rendering;

import org.jspecify.annotations.NullMarked;
