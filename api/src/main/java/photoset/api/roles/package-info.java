/** Which halves of the image a process runs: the REST edge, the records, or both. */
@NullMarked
package photoset.api.roles;

import org.jspecify.annotations.NullMarked;
