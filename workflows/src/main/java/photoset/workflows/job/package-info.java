/** The life of one job, from the open upload window to the settled bill. */
@NullMarked
package photoset.workflows.job;

import org.jspecify.annotations.NullMarked;
