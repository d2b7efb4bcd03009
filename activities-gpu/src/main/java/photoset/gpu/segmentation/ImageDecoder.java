package photoset.gpu.segmentation;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import photoset.imaging.Raster;

/** Decodes pictures that we wrote ourselves; no guard against hostile files. Their colours are taken as sRGB. */
public final class ImageDecoder {
    private static final int CHANNELS = 3;

    private ImageDecoder() {}

    /**
     * The pixels of a file.
     *
     * @throws IOException if the bytes are no picture
     */
    public static Raster decoded(byte[] bytes) throws IOException {
        // By itself ImageIO would write the bytes to a file first.
        BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
        if (image == null) {
            throw new IOException("not a picture");
        }
        return raster(image);
    }

    private static Raster raster(BufferedImage image) {
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
        return new Raster(width, height, rgb);
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
}
