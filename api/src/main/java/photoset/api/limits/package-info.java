/** How often one user or one address may call. */
@NullMarked
package photoset.api.limits;

import org.jspecify.annotations.NullMarked;
