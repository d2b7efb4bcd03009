/** A whole installation in processes of its own, under load, while its parts are killed and paused; then the records are checked. */
@NullMarked
package photoset.bench.soak;

import org.jspecify.annotations.NullMarked;
