/** Serves the studio, the pages that people use, from the files that its own build left on the class path. */
@NullMarked
package photoset.api.studio;

import org.jspecify.annotations.NullMarked;
