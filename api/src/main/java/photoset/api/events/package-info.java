/** {@code /jobs/{id}/events}: what happens to a job, as it happens, without a gap after a lost connection. */
@NullMarked
package photoset.api.events;

import org.jspecify.annotations.NullMarked;
