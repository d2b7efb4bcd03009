/** What a call would cost and when a job will be done, from what photos took before. */
@NullMarked
package photoset.api.forecast;

import org.jspecify.annotations.NullMarked;
