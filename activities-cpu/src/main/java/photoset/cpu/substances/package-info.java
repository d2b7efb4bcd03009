/** What a piece of a material looks like at one place: wood, stone, cloth, metal, paint. */
@NullMarked
package photoset.cpu.substances;

import org.jspecify.annotations.NullMarked;
