package photoset.cpu.codec;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import photoset.cpu.header.PhotoHeader;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.vips.Samples;
import photoset.workflows.rendering.OutputFormat;

/** Between AWT's pictures and plain samples. */
final class BufferedSamples {
    private BufferedSamples() {}

    /** The picture as sRGB or grey samples of 8 bits, through its profile if it has one. */
    static Samples of(BufferedImage image, byte[] file, OutputFormat format) {
        if (image.getColorModel() instanceof IndexColorModel) {
            return resolved(image);
        }
        var profiled = format == OutputFormat.PNG ? withProfile(image, file) : image;
        var space = profiled.getColorModel().getColorSpace();
        // AWT takes grey for linear light and would brighten it; the files mean the sRGB curve.
        boolean convert = space.getType() != ColorSpace.TYPE_GRAY && !space.isCS_sRGB();
        return unpacked(convert ? converted(profiled) : profiled);
    }

    /** The JDK's PNG reader leaves the profile aside; the pixels are the same, only their meaning changes. */
    private static BufferedImage withProfile(BufferedImage image, byte[] file) {
        var profile = PhotoHeader.pngProfile(file);
        var model = image.getColorModel();
        if (profile.isEmpty() || !(model instanceof ComponentColorModel)) {
            return image;
        }
        try {
            var space = new ICC_ColorSpace(ICC_Profile.getInstance(profile.get()));
            if (space.getNumComponents() != model.getNumColorComponents()) {
                return image;
            }
            ColorModel meant = new ComponentColorModel(
                    space, model.hasAlpha(), false, model.getTransparency(), model.getTransferType());
            return new BufferedImage(meant, image.getRaster(), false, null);
        } catch (IllegalArgumentException | CMMException unusable) {
            return image;
        }
    }

    private static BufferedImage converted(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        var srgb = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        return new ColorConvertOp(null).filter(image, srgb);
    }

    private static Samples unpacked(BufferedImage image) {
        int width = image.getWidth();
        java.awt.image.Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int bits = raster.getSampleModel().getSampleSize(0);
        int most = (1 << bits) - 1;
        byte[] bytes = new byte[width * image.getHeight() * bands];
        int[] line = new int[width * bands];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, line);
            for (int value : line) {
                bytes[at++] = (byte) (bits == 8 ? value : (value * 255L + most / 2) / most);
            }
        }
        return new Samples(width, image.getHeight(), bands, bytes);
    }

    private static Samples resolved(BufferedImage image) {
        int width = image.getWidth();
        byte[] bytes = new byte[width * image.getHeight() * 4];
        int[] line = new int[width];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, line, 0, width);
            for (int argb : line) {
                bytes[at++] = (byte) (argb >> 16);
                bytes[at++] = (byte) (argb >> 8);
                bytes[at++] = (byte) argb;
                bytes[at++] = (byte) (argb >> 24);
            }
        }
        return new Samples(width, image.getHeight(), 4, bytes);
    }

    /** The picture for a writer, on the same array. */
    static BufferedImage image(Raster picture) {
        return image(picture.rgb(), picture.width(), picture.height(), ColorSpace.CS_sRGB);
    }

    /** The mask for a writer, on the same array. */
    static BufferedImage image(Mask mask) {
        return image(mask.levels(), mask.width(), mask.height(), ColorSpace.CS_GRAY);
    }

    private static BufferedImage image(byte[] bytes, int width, int height, int colorSpace) {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(colorSpace), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        int bands = model.getNumComponents();
        int[] offsets = bands == 1 ? new int[] {0} : new int[] {0, 1, 2};
        WritableRaster raster = java.awt.image.Raster.createInterleavedRaster(
                new DataBufferByte(bytes, bytes.length), width, height, width * bands, bands, offsets, null);
        return new BufferedImage(model, raster, false, null);
    }
}
