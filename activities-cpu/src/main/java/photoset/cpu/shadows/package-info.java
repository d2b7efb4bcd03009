/** The soft shadow that a thing casts where it stands, told from everything else that makes its ground uneven. */
@NullMarked
package photoset.cpu.shadows;

import org.jspecify.annotations.NullMarked;
