/**
 * What all workers do alike: register, poll and drain, tell Temporal that an activity lives, hear of a cancellation, and say
 * whether a photo failed or its surroundings.
 */
@NullMarked
package photoset.activities;

import org.jspecify.annotations.NullMarked;
