package photoset.cpu.codec;

import photoset.cpu.header.PhotoRefused;
import photoset.imaging.Mask;
import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.OutputFormat;

/**
 * Reads and writes picture files. Safe for use by several threads; what it writes carries no metadata at all (no place,
 * no camera, no name) but a colour profile where one is asked for, and the same pixels give the same bytes.
 */
public interface ImageCodec {
    /** What of a photo is wanted. */
    enum Wanted {
        /** Pixels in sRGB. */
        SRGB,
        /** Those and {@link DecodedPhoto#own}; decodes twice and takes three bytes a pixel more. */
        SRGB_AND_OWN
    }

    /** Name and version for manifests, e.g. {@code libvips/8.18.3 libheif/1.23.0}. */
    String name();

    /** Whether {@link #read} knows this format. */
    boolean reads(PhotoFormat format);

    /**
     * Decodes a photo to its last row: upright by its orientation, colours converted to 8-bit sRGB by its profile or, in
     * AVIF and HEIC, by the numbers that stand for one. Transparent parts are laid on white.
     *
     * @throws PhotoRefused with the reason; limits and format are judged from the header, before anything is decoded
     */
    DecodedPhoto read(byte[] file, Wanted wanted);

    /** The same for {@link Wanted#SRGB}. */
    default DecodedPhoto read(byte[] file) {
        return read(file, Wanted.SRGB);
    }

    /**
     * Decodes an 8-bit grey PNG.
     *
     * @throws PhotoRefused if it is none, or damaged
     */
    Mask readMask(byte[] png);

    /**
     * An sRGB picture in the colours of an RGB profile, relative colorimetric.
     *
     * @throws PhotoRefused if the profile is damaged or knows only the other direction
     */
    ProfiledRaster toProfile(Raster srgb, byte[] profile);

    /** Whether {@link #write} knows this format. */
    boolean writes(OutputFormat format);

    /**
     * Encodes a delivered picture without a profile, which means sRGB: PNG at a fast level, JPEG (colour at full resolution) and WebP at quality 90.
     *
     * @throws UnsupportedOperationException for a format that it does not write; the message says what to do
     */
    byte[] write(Raster picture, EncodeOptions options);

    /** The same in other colours; the file carries their profile. */
    byte[] write(ProfiledRaster picture, EncodeOptions options);

    /** The same for an opaque picture in sRGB. */
    default byte[] write(Raster picture, OutputFormat format) {
        return write(picture, EncodeOptions.plain(format));
    }

    /** Encodes a JPEG at this quality, 1 to 100. */
    byte[] writeJpeg(Raster picture, int quality);
}
