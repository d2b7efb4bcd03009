/** Measures Photoset: the pictures, the masks, an installation under load and under faults. */
@NullMarked
package photoset.bench;

import org.jspecify.annotations.NullMarked;
