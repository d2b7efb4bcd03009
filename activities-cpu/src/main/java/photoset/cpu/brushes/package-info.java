/** What each action makes of the light of a pixel; where and how much of it is laid is decided elsewhere. */
@NullMarked
package photoset.cpu.brushes;

import org.jspecify.annotations.NullMarked;
