/** Decodes HEIC through libheif, which has its HEVC decoder in libde265. */
@NullMarked
package photoset.cpu.heic;

import org.jspecify.annotations.NullMarked;
