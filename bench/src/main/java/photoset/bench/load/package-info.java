/** Measures an installation from the outside: many small jobs at once, and what they cost. */
@NullMarked
package photoset.bench.load;

import org.jspecify.annotations.NullMarked;
