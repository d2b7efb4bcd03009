/** Finds out which instances of an album's photos are one and the same thing. */
@NullMarked
package photoset.cpu.identity;

import org.jspecify.annotations.NullMarked;
