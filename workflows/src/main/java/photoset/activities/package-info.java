/** What the activities of both workers do alike: tell Temporal that they live and hear of a cancellation. */
@NullMarked
package photoset.activities;

import org.jspecify.annotations.NullMarked;
