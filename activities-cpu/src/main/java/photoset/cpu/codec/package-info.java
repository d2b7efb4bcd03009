/** From the bytes of a file to pixels and back, with every limit checked before a decoder sees the file. */
@NullMarked
package photoset.cpu.codec;

import org.jspecify.annotations.NullMarked;
