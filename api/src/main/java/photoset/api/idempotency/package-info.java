/** A repeated request gets the first one's answer. */
@NullMarked
package photoset.api.idempotency;

import org.jspecify.annotations.NullMarked;
