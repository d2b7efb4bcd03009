/** Photoset as its clients see it: REST calls, uploads to links, the life of one job. Knows nothing of the inside. */
@NullMarked
package photoset.cli.client;

import org.jspecify.annotations.NullMarked;
