package photoset.cpu.header;

import java.nio.BufferUnderflowException;
import java.util.Locale;
import java.util.Optional;
import photoset.imaging.Upright;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.photos.PhotoLimits;

/**
 * What a file says about itself in its first bytes, read by a few lines of Java and believed by nobody until the
 * decoder agrees.
 *
 * @param width as the decoder gives it, before turning upright
 * @param orientation EXIF, 1 to 8; 1 for AVIF and HEIC, whose decoder turns them
 * @param moving whether there is more than one frame
 */
public record PhotoHeader(PhotoFormat format, int width, int height, int orientation, boolean moving) {
    private static final String OFFERED = "Send a " + PhotoFormat.listed() + ".";

    /**
     * Reads the header and checks every limit of {@link PhotoLimits}; takes microseconds, whatever the file claims.
     *
     * @throws PhotoRefused for the first limit that is broken
     */
    public static PhotoHeader checked(byte[] file) {
        if (file.length > PhotoLimits.BYTES_MAX) {
            throw PhotoRefused.tooManyBytes(file.length);
        }
        var header = parse(file);
        if (header.moving) {
            throw PhotoRefused.unsupported("The file is an animation. Send a single picture.");
        }
        header.checkSize();
        return header;
    }

    private static PhotoHeader parse(byte[] file) {
        var bytes = new FileBytes(file);
        try {
            if (bytes.startsWith(JpegMarkers.MAGIC)) {
                return JpegMarkers.header(bytes);
            }
            if (bytes.startsWith(PngChunks.MAGIC)) {
                return PngChunks.header(bytes);
            }
            if (WebpChunks.matches(bytes)) {
                return WebpChunks.header(bytes);
            }
            if (HeifBoxes.matches(bytes)) {
                return HeifBoxes.header(bytes);
            }
            if (TiffHeader.matches(bytes)) {
                return TiffHeader.header(bytes);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException cutOff) {
            throw PhotoRefused.damaged(cutOff);
        }
        throw PhotoRefused.unsupported(
                (file.length == 0 ? "The file is empty. " : "The file is no picture of a known kind. ") + OFFERED);
    }

    /** The colour profile of a PNG, embedded or named in another way, if there is one that can be read. */
    public static Optional<byte[]> pngProfile(byte[] png) {
        return PngChunks.profile(new FileBytes(png));
    }

    /**
     * A profile of the colours that a checked file names by numbers (ITU-T H.273; in PNG also by primaries and gamma) and
     * that are no sRGB. In AVIF and HEIC a profile that the file carries itself goes before it, in PNG behind it.
     */
    public static Optional<byte[]> codedProfile(byte[] file) {
        var bytes = new FileBytes(file);
        if (bytes.startsWith(PngChunks.MAGIC)) {
            return PngChunks.coded(bytes);
        }
        return HeifBoxes.matches(bytes) ? HeifBoxes.profile(bytes) : Optional.empty();
    }

    /** Width of the picture once it is upright. */
    public int uprightWidth() {
        return Upright.transposes(orientation) ? height : width;
    }

    /** Height of the picture once it is upright. */
    public int uprightHeight() {
        return Upright.transposes(orientation) ? width : height;
    }

    private void checkSize() {
        if (width < 1 || height < 1) {
            throw PhotoRefused.damaged();
        }
        long pixels = (long) width * height;
        if (pixels > PhotoLimits.PIXELS_MAX || Math.max(width, height) > PhotoLimits.SIDE_PX_MAX) {
            throw new PhotoRefused(
                    PhotoError.PHOTO_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "The photo has %d x %d pixels (%.1f megapixels); at most %d megapixels and %d a side are"
                                    + " accepted. Make it smaller and send it again.",
                            width,
                            height,
                            pixels / 1e6,
                            PhotoLimits.PIXELS_MAX / 1_000_000,
                            PhotoLimits.SIDE_PX_MAX));
        }
        if (Math.min(width, height) < PhotoLimits.SIDE_PX_MIN) {
            throw new PhotoRefused(
                    PhotoError.PHOTO_TOO_SMALL,
                    "The photo has only %d x %d pixels; each side needs at least %d. Send a larger one."
                            .formatted(width, height, PhotoLimits.SIDE_PX_MIN));
        }
    }
}
