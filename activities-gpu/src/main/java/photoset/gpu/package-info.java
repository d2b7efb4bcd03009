/** The process that finds concepts in photos: its settings, its queue and its health. */
@NullMarked
package photoset.gpu;

import org.jspecify.annotations.NullMarked;
