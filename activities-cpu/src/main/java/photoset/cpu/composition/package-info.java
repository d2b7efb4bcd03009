/** Sets as an activity: what is composed comes from the store and goes there. */
@NullMarked
package photoset.cpu.composition;

import org.jspecify.annotations.NullMarked;
