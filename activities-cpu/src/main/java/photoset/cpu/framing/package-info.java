/** Where in a photo the thing lies that the photo is about, and how to crop so that it is whole and well placed. */
@NullMarked
package photoset.cpu.framing;

import org.jspecify.annotations.NullMarked;
