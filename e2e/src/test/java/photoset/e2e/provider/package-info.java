/** A GPU provider as docs/reference/providers.md asks for one, and with the faults that providers have. */
@NullMarked
package photoset.e2e.provider;

import org.jspecify.annotations.NullMarked;
