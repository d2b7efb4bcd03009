/** Pictures of painted surfaces of which everything is known, so that repainting can be held against the truth. */
@NullMarked
package photoset.bench.scenes;

import org.jspecify.annotations.NullMarked;
