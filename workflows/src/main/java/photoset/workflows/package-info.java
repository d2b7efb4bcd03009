/** The contract between the processes: who does what on which queue, and where its bytes lie. */
@NullMarked
package photoset.workflows;

import org.jspecify.annotations.NullMarked;
