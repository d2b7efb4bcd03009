/** Masks that users put in the place of the model's. */
@NullMarked
package photoset.api.ownmasks;

import org.jspecify.annotations.NullMarked;
