/** From concept names to masks. */
@NullMarked
package photoset.workflows.segmentation;

import org.jspecify.annotations.NullMarked;
