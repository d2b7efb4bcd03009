/** Decodes strangers' files in child processes that a deadline can kill, so that a hostile file costs one photo. */
@NullMarked
package photoset.cpu.decoding;

import org.jspecify.annotations.NullMarked;
