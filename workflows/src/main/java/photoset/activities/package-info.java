/**
 * What the activities of both workers do alike: tell Temporal that they live, hear of a cancellation, and
 * say whether a photo failed or its surroundings.
 */
@NullMarked
package photoset.activities;

import org.jspecify.annotations.NullMarked;
