/** Sets right what no workflow will: jobs and sets whose workflow is gone; and watches that the ledger adds up. */
@NullMarked
package photoset.api.maintenance;

import org.jspecify.annotations.NullMarked;
