/** What a stranger can see of Photoset, tried over HTTP against processes of their own. */
@NullMarked
package photoset.e2e;

import org.jspecify.annotations.NullMarked;
