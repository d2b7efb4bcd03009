/** Random fields that repeat without a seam and are the same on every machine. */
@NullMarked
package photoset.cpu.noise;

import org.jspecify.annotations.NullMarked;
