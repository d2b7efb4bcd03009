/** Every answer's envelope, and the one table of everything that can be refused. */
@NullMarked
package photoset.api.problem;

import org.jspecify.annotations.NullMarked;
