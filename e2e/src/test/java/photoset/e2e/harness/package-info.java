/** Starts what the black-box tests talk to, and makes what they send. */
@NullMarked
package photoset.e2e.harness;

import org.jspecify.annotations.NullMarked;
