/** Proof of what was changed and what was not: counted when a photo is painted, checked again by whoever doubts it. */
@NullMarked
package photoset.cpu.proof;

import org.jspecify.annotations.NullMarked;
