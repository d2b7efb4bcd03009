/** Which pixels: bit masks, connected components, disjoint sets and run lengths. */
@NullMarked
package photoset.imaging.regions;

import org.jspecify.annotations.NullMarked;
