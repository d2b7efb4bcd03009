package photoset.cpu.ownmasks;

import java.nio.ByteBuffer;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.header.PhotoRefused;
import photoset.imaging.Mask;
import photoset.imaging.png.GreyPng;
import photoset.workflows.ownmasks.MaskLimits;
import photoset.workflows.photos.PhotoLimits;

/** Reads a mask that a stranger wrote. */
final class MaskFile {
    /** Bytes of the header that hold the width, then the height (W3C PNG, 11.2.1). */
    private static final int WIDTH_AT = 16;

    private static final int HEIGHT_AT = 20;

    /** Of red, green and blue, which are the same in grey. */
    private static final int BYTES_PER_PIXEL = 3;

    /** The other side of a mask that was made smaller is rounded, up or down. */
    private static final double ROUNDING_PX = 1;

    private final ImageCodec codec;

    MaskFile(ImageCodec codec) {
        this.codec = codec;
    }

    /**
     * The mask at the photo's size.
     *
     * @throws UnfitMask if it is none of a photo of this size
     */
    Mask read(byte[] file, int photoWidth, int photoHeight) {
        if (!GreyPng.matches(file)) {
            throw new UnfitMask("The mask must be a PNG with 8 bits of grey a pixel, without colour and without"
                    + " transparency: white where the concept is, black where it is not. Save it anew as such.");
        }
        checkShape(ByteBuffer.wrap(file), photoWidth, photoHeight);
        return decoded(file).resized(photoWidth, photoHeight);
    }

    private static void checkShape(ByteBuffer file, int photoWidth, int photoHeight) {
        int width = file.getInt(WIDTH_AT);
        int height = file.getInt(HEIGHT_AT);
        if (width < 1 || height < 1) {
            throw damaged();
        }
        if (Math.max(width, height) < MaskLimits.SIDE_PX_MIN) {
            throw new UnfitMask("The mask has %d x %d pixels; its long side needs %d at least. Make it larger."
                    .formatted(width, height, MaskLimits.SIDE_PX_MIN));
        }
        if (Math.max(width, height) > PhotoLimits.SIDE_PX_MAX || (long) width * height > PhotoLimits.PIXELS_MAX) {
            throw new UnfitMask(
                    "The mask has %d x %d pixels, more than any photo. Make it as large as the photo, %d x %d."
                            .formatted(width, height, photoWidth, photoHeight));
        }
        double exactHeight = (double) width * photoHeight / photoWidth;
        double exactWidth = (double) height * photoWidth / photoHeight;
        if (Math.abs(height - exactHeight) > ROUNDING_PX && Math.abs(width - exactWidth) > ROUNDING_PX) {
            throw new UnfitMask("The mask has %d x %d pixels, which is another shape than the upright photo's, %d x %d."
                            .formatted(width, height, photoWidth, photoHeight)
                    + " Make it %d x %d, or smaller in the same shape.".formatted(photoWidth, photoHeight));
        }
    }

    private Mask decoded(byte[] file) {
        try {
            var photo = codec.read(file);
            if (photo.alpha() != null) {
                throw new UnfitMask("The mask has transparent pixels. Save it without transparency.");
            }
            byte[] rgb = photo.pixels().rgb();
            var levels = new byte[photo.pixels().pixels()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = rgb[i * BYTES_PER_PIXEL];
            }
            return new Mask(photo.pixels().width(), photo.pixels().height(), levels);
        } catch (PhotoRefused unreadable) {
            throw damaged();
        }
    }

    private static UnfitMask damaged() {
        return new UnfitMask("The mask is damaged or cut off. Put it again, or save it anew first.");
    }
}
