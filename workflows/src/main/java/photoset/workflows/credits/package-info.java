/** Credits as two-phase transfers: held when the upload is confirmed, then captured or released item by item. */
@NullMarked
package photoset.workflows.credits;

import org.jspecify.annotations.NullMarked;
