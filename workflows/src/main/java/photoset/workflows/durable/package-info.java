/** The life of one job as Temporal runs it, deterministic to the last line. */
@NullMarked
package photoset.workflows.durable;

import org.jspecify.annotations.NullMarked;
