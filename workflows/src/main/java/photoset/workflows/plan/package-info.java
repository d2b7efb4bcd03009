/** What a user may do: the table of plans and their limits, once. */
@NullMarked
package photoset.workflows.plan;

import org.jspecify.annotations.NullMarked;
