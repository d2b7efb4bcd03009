package photoset.cpu.header;

import java.util.Set;
import photoset.workflows.photos.PhotoFormat;

/**
 * Which TIFFs are taken: one page of 8 or 16 bits in grey, RGB, CMYK or a palette, without loss or not packed, by JPEG as
 * TIFF's second supplement has it, or in black and white as fax machines pack it (CCITT G4).
 */
final class TiffHeader {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int SAMPLE_FORMAT = 339;

    private static final int GROUP_4 = 4;
    private static final int JPEG = 7;

    /** None, LZW, deflate (Adobe's number and the old one), PackBits; 6 is an older dialect of JPEG. */
    private static final Set<Integer> COMPRESSIONS = Set.of(1, GROUP_4, 5, JPEG, 8, 32946, 32773);

    private static final int YCBCR = 6;

    /** White is zero, or black is. */
    private static final Set<Integer> GREYS = Set.of(0, 1);

    /** Grey in both directions, RGB, palette, CMYK. */
    private static final Set<Integer> PHOTOMETRICS = Set.of(0, 1, 2, 3, 5);

    private static final Set<Integer> DEPTHS = Set.of(8, 16);
    private static final int UNSIGNED = 1;

    /** Four inks and alpha. */
    private static final int SAMPLES_MAX = 5;

    private TiffHeader() {}

    static boolean matches(FileBytes bytes) {
        return bytes.length() >= 8 && TiffDirectory.at(bytes, 0).isPresent();
    }

    static PhotoHeader header(FileBytes bytes) {
        var directory = TiffDirectory.at(bytes, 0).orElseThrow(PhotoRefused::damaged);
        if (directory.hasNext()) {
            throw PhotoRefused.unsupported(
                    "The TIFF has several pages. Save the one that is meant as a file of its own.");
        }
        int compression = directory.number(COMPRESSION, 1);
        if (!COMPRESSIONS.contains(compression)) {
            throw unusual("compression");
        }
        int photometric = directory.number(PHOTOMETRIC, -1);
        boolean packedColor = photometric == YCBCR && compression == JPEG;
        boolean known = compression == GROUP_4 ? GREYS.contains(photometric) : PHOTOMETRICS.contains(photometric);
        if (!known && !packedColor) {
            throw unusual("kind of colour");
        }
        checkSamples(directory, compression);
        return new PhotoHeader(
                PhotoFormat.TIFF,
                directory.number(WIDTH, 0),
                directory.number(HEIGHT, 0),
                ExifOrientation.of(directory),
                false);
    }

    private static void checkSamples(TiffDirectory directory, int compression) {
        int depth = directory.number(BITS, 1);
        int samples = directory.count(BITS);
        if (!depths(compression).contains(depth)
                || samples > SAMPLES_MAX
                || directory.number(SAMPLE_FORMAT, UNSIGNED) != UNSIGNED) {
            throw unusual("depth");
        }
        for (int sample = 1; sample < samples; sample++) {
            if (directory.number(BITS, sample, 0) != depth) {
                throw unusual("depth");
            }
        }
    }

    private static Set<Integer> depths(int compression) {
        return switch (compression) {
            case GROUP_4 -> Set.of(1);
            case JPEG -> Set.of(8);
            default -> DEPTHS;
        };
    }

    private static PhotoRefused unusual(String what) {
        return PhotoRefused.unsupported(
                "The TIFF has an unusual %s. Save it with 8 or 16 bits in RGB, without compression or with LZW."
                        .formatted(what));
    }
}
