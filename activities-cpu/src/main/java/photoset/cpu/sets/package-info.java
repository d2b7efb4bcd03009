/** What a set is made from: a template, the photos of a job with their designs, palettes and masks, and what is said of them. */
@NullMarked
package photoset.cpu.sets;

import org.jspecify.annotations.NullMarked;
