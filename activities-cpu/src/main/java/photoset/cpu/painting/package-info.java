/** Paints surfaces of a photo in other colours and keeps their light: decisions about pixels, no files and no stores. */
@NullMarked
package photoset.cpu.painting;

import org.jspecify.annotations.NullMarked;
