/** The worker that touches pixels: inspects uploads, applies rules. */
@NullMarked
package photoset.cpu;

import org.jspecify.annotations.NullMarked;
