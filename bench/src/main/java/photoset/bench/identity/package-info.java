/** {@code bench identity}: how often the same thing gets the same name in the photos of an album. */
@NullMarked
package photoset.bench.identity;

import org.jspecify.annotations.NullMarked;
