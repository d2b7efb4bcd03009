/** How pictures go when their days are over: the rounds, and what is done in one. */
@NullMarked
package photoset.workflows.retention;

import org.jspecify.annotations.NullMarked;
