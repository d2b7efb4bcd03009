package photoset.gpu.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** An upright sRGB picture: 8 bits, red, green, blue for each pixel, row by row. */
public final class Picture {
    private static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final byte[] rgb;

    /** A picture over {@code rgb}, which it keeps; {@code rgb.length} is {@code 3 * width * height}. */
    public Picture(int width, int height, byte[] rgb) {
        if (rgb.length != CHANNELS * width * height) {
            throw new IllegalArgumentException(
                    "A picture of %d x %d has no %d bytes".formatted(width, height, rgb.length));
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /**
     * Decodes a picture that we wrote ourselves; no guard against hostile files.
     *
     * @throws IOException if the bytes are no picture
     */
    public static Picture decoded(byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        if (image == null) {
            throw new IOException("not a picture");
        }
        return of(image);
    }

    /** Copies an image; its colours are taken as sRGB. */
    public static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var rgb = new byte[CHANNELS * width * height];
        if (image.getRaster().getDataBuffer() instanceof DataBufferByte bytes
                && bytes.getSize() == rgb.length
                && image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            swap(bytes.getData(), rgb);
        } else if (image.getType() == BufferedImage.TYPE_BYTE_GRAY
                && image.getRaster().getDataBuffer() instanceof DataBufferByte bytes) {
            // Java calls grey linear and would brighten it; the bytes are what the file means.
            repeat(bytes.getData(), rgb);
        } else {
            unpack(image.getRGB(0, 0, width, height, null, 0, width), rgb);
        }
        return new Picture(width, height, rgb);
    }

    private static void swap(byte[] bgr, byte[] rgb) {
        for (int i = 0; i < rgb.length; i += CHANNELS) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
    }

    private static void repeat(byte[] grey, byte[] rgb) {
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = grey[i / CHANNELS];
        }
    }

    private static void unpack(int[] pixels, byte[] rgb) {
        for (int i = 0; i < pixels.length; i++) {
            rgb[CHANNELS * i] = (byte) (pixels[i] >> 16);
            rgb[CHANNELS * i + 1] = (byte) (pixels[i] >> 8);
            rgb[CHANNELS * i + 2] = (byte) pixels[i];
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The bytes themselves, not a copy. */
    public byte[] rgb() {
        return rgb;
    }

    /** Scaled so that the long side has this many pixels. */
    public Picture withLongSide(int px) {
        double scale = (double) px / Math.max(width, height);
        return resized(Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }

    /**
     * At another size with a triangle filter as wide as the step: what torch calls bilinear with antialiasing, with which
     * the networks were trained.
     */
    public Picture resized(int toWidth, int toHeight) {
        if (toWidth == width && toHeight == height) {
            return this;
        }
        var across = Triangle.between(width, toWidth);
        var rows = new float[height][CHANNELS * toWidth];
        for (int y = 0; y < height; y++) {
            across.across(rgb, CHANNELS * width * y, rows[y]);
        }
        var down = Triangle.between(height, toHeight);
        var out = new byte[CHANNELS * toWidth * toHeight];
        var sum = new float[CHANNELS * toWidth];
        for (int y = 0; y < toHeight; y++) {
            down.down(rows, y, sum, out);
        }
        return new Picture(toWidth, toHeight, out);
    }
}
