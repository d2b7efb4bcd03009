/** The jobs as Temporal runs them: starting and commanding them from the web role, working on them in the jobs role. */
@NullMarked
package photoset.api.temporal;

import org.jspecify.annotations.NullMarked;
