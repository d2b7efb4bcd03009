/** What a job is to its callers: its states, its calls and their answers. */
@NullMarked
package photoset.workflows.job;

import org.jspecify.annotations.NullMarked;
