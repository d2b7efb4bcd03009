/** Paper to compose pictures on: pages in print sizes, a grid, a type scale, text in Korean and Latin, swatches, codes. */
@NullMarked
package photoset.cpu.sheets;

import org.jspecify.annotations.NullMarked;
