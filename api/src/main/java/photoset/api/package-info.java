/** The REST edge and the records of Photoset: one image, two roles. */
@NullMarked
package photoset.api;

import org.jspecify.annotations.NullMarked;
