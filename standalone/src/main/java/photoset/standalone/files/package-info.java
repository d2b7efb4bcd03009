/** Files that a person names on the command line, and what to tell when they are not as they should be. */
@NullMarked
package photoset.standalone.files;

import org.jspecify.annotations.NullMarked;
