/** What a surface shows: its own colour, and the light that falls on it. */
@NullMarked
package photoset.cpu.light;

import org.jspecify.annotations.NullMarked;
