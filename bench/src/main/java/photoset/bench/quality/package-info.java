/** Measures how true repainted pictures are, against scenes whose truth is known and against simpler ways to paint. */
@NullMarked
package photoset.bench.quality;

import org.jspecify.annotations.NullMarked;
