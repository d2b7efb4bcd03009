/** What is stored of a job: each step is one idempotent SQL transaction. */
@NullMarked
package photoset.workflows.jobstore;

import org.jspecify.annotations.NullMarked;
