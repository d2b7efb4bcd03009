package photoset.cpu.codec;

import photoset.cpu.header.PhotoRefused;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.workflows.rendering.OutputFormat;

/**
 * Reads and writes picture files. Safe for use by several threads; what it writes carries no metadata at all (no place,
 * no camera, no name) and the same pixels give the same bytes.
 */
public interface ImageCodec {
    /** Name and version for manifests, e.g. {@code libvips/8.18.3}. */
    String name();

    /**
     * Decodes a JPEG, PNG or WebP to its last row: upright by its EXIF orientation, colours converted by its profile to
     * 8-bit sRGB. Transparent parts are laid on white.
     *
     * @throws PhotoRefused with the reason; limits and format are judged from the header, before anything is decoded
     */
    Photo read(byte[] file);

    /**
     * Decodes an 8-bit grey PNG.
     *
     * @throws PhotoRefused if it is none, or damaged
     */
    Mask readMask(byte[] png);

    /** Whether {@link #write} knows this format. */
    boolean writes(OutputFormat format);

    /**
     * Encodes a delivered picture: PNG at a fast level, JPEG and WebP at quality 90.
     *
     * @throws UnsupportedOperationException for a format that it does not write; the message says what to do
     */
    byte[] write(Raster picture, OutputFormat format);

    /** Encodes a JPEG at this quality, 1 to 100. */
    byte[] writeJpeg(Raster picture, int quality);

    /** Encodes an 8-bit grey PNG. */
    byte[] writeMask(Mask mask);
}
