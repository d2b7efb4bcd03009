/** The activity that takes a photo and its masks from the store, paints, and brings picture, preview and manifest back. */
@NullMarked
package photoset.cpu.rendering;

import org.jspecify.annotations.NullMarked;
