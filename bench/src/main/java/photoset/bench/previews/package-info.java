/** How long a preview takes, and how far it is from what the job delivers. */
@NullMarked
package photoset.bench.previews;

import org.jspecify.annotations.NullMarked;
