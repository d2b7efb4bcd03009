/** Measures what is filled where a thing is removed: rooms rendered with and without it, beside two simpler ways to fill. */
@NullMarked
package photoset.bench.removal;

import org.jspecify.annotations.NullMarked;
