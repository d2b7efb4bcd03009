/** Which photo of a product serves which purpose, and which part of it, by what the photos show. */
@NullMarked
package photoset.cpu.products;

import org.jspecify.annotations.NullMarked;
