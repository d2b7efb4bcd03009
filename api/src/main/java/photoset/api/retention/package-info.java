/** Deletes pictures whose days are over, uploads that nobody confirmed and objects that belong to no job. */
@NullMarked
package photoset.api.retention;

import org.jspecify.annotations.NullMarked;
