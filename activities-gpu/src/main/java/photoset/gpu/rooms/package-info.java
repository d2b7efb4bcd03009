/** What is known about rooms and no network says: wall, floor and ceiling exclude each other and have few colours. */
@NullMarked
package photoset.gpu.rooms;

import org.jspecify.annotations.NullMarked;
