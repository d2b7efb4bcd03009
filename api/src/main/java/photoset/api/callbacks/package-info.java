/** {@code /jobs/{id}/callback}: a GPU provider that is no Temporal worker reports a photo. */
@NullMarked
package photoset.api.callbacks;

import org.jspecify.annotations.NullMarked;
