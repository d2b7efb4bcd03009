/** A small binding to libvips by Java's Foreign Function API: decode to sRGB samples, encode from them, nothing else. */
@NullMarked
package photoset.cpu.vips;

import org.jspecify.annotations.NullMarked;
