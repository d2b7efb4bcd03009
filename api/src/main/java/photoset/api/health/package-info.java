/** Whether the process can do its work: asked of everything that it needs, told to clients and to operators. */
@NullMarked
package photoset.api.health;

import org.jspecify.annotations.NullMarked;
