/** What an instance looks like, small enough to be kept for each, and how far two of them look apart. */
@NullMarked
package photoset.imaging.instances;

import org.jspecify.annotations.NullMarked;
