/** Credits as two-phase transfers: held before the work begins, then captured or released item by item. */
@NullMarked
package photoset.workflows.credits;

import org.jspecify.annotations.NullMarked;
