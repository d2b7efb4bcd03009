/** A folder of photos as one job: what it holds, how far it is, and what is taken home from it. */
@NullMarked
package photoset.cli.album;

import org.jspecify.annotations.NullMarked;
