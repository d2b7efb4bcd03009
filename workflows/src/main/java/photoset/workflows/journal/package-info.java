/** What the records keep of a job: each step is one idempotent SQL transaction. */
@NullMarked
package photoset.workflows.journal;

import org.jspecify.annotations.NullMarked;
