/** Rooms that several cameras look into, rendered with the truth of which thing each pixel shows. */
@NullMarked
package photoset.bench.rooms;

import org.jspecify.annotations.NullMarked;
