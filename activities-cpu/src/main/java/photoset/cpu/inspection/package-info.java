/** Decides what an upload is worth: the first place where a stranger's bytes are looked at. */
@NullMarked
package photoset.cpu.inspection;

import org.jspecify.annotations.NullMarked;
