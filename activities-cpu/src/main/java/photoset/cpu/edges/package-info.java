/** Brings masks of a network's resolution to the photo's own edges, and finds what colour a surface has under a soft edge. */
@NullMarked
package photoset.cpu.edges;

import org.jspecify.annotations.NullMarked;
