/** Sets: what is composed of a job's delivered pictures, for a client or a shop. */
@NullMarked
package photoset.workflows.sets;

import org.jspecify.annotations.NullMarked;
