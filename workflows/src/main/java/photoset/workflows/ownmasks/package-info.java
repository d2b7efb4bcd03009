/** Taking a mask that a user made into use. */
@NullMarked
package photoset.workflows.ownmasks;

import org.jspecify.annotations.NullMarked;
