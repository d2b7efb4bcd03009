/** How a job begins: the plan's limits, the row, the workflow, the links for its photos. */
@NullMarked
package photoset.api.admission;

import org.jspecify.annotations.NullMarked;
