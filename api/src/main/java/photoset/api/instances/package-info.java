/** What was found in the photos of a job, one by one. */
@NullMarked
package photoset.api.instances;

import org.jspecify.annotations.NullMarked;
