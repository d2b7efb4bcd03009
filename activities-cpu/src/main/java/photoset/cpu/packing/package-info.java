/** From an order to the files of a set: pictures, a PDF, a table of contents and one zip, each written as it comes. */
@NullMarked
package photoset.cpu.packing;

import org.jspecify.annotations.NullMarked;
