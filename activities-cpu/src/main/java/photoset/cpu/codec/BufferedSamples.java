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
import java.util.Optional;
import photoset.cpu.header.PhotoHeader;
import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoFormat;

/** Between AWT's pictures and plain samples. */
final class BufferedSamples {
    private BufferedSamples() {}

    /** The picture with what its file says of its colours: the JDK's PNG reader leaves the profile aside. */
    static BufferedImage profiled(BufferedImage image, byte[] file, PhotoFormat format) {
        var model = image.getColorModel();
        if (format != PhotoFormat.PNG || !(model instanceof ComponentColorModel)) {
            return image;
        }
        var space = PhotoHeader.pngProfile(file).flatMap(BufferedSamples::space);
        if (space.isEmpty() || space.get().getNumComponents() != model.getNumColorComponents()) {
            return image;
        }
        ColorModel meant = new ComponentColorModel(
                space.get(), model.hasAlpha(), false, model.getTransparency(), model.getTransferType());
        return new BufferedImage(meant, image.getRaster(), false, null);
    }

    static Optional<ICC_ColorSpace> space(byte[] profile) {
        try {
            return Optional.of(new ICC_ColorSpace(ICC_Profile.getInstance(profile)));
        } catch (IllegalArgumentException | CMMException unusable) {
            return Optional.empty();
        }
    }

    /** The picture as sRGB or grey samples of 8 bits, through its profile if it has one. */
    static Samples converted(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel) {
            return resolved(image);
        }
        var space = image.getColorModel().getColorSpace();
        // AWT takes grey for linear light and would brighten it; the files mean the sRGB curve.
        boolean convert = space.getType() != ColorSpace.TYPE_GRAY && !space.isCS_sRGB();
        return unconverted(convert ? inSrgb(image) : image);
    }

    private static BufferedImage inSrgb(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        var srgb = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        return new ColorConvertOp(null).filter(image, srgb);
    }

    /** The numbers as they are, reduced to 8 bits; the picture has no palette. */
    static Samples unconverted(BufferedImage image) {
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
        return image(Samples.of(picture));
    }

    /** Three or four bands for a writer, on the same array; numbers of another space pass for sRGB on their way. */
    static BufferedImage image(Samples samples) {
        return image(samples, ColorSpace.getInstance(ColorSpace.CS_sRGB));
    }

    /** Numbers of any space for a writer, on the same array. */
    private static BufferedImage image(Samples samples, ColorSpace space) {
        int bands = samples.bands();
        boolean alpha = bands == 4;
        var model = new ComponentColorModel(
                space, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        byte[] bytes = samples.bytes();
        WritableRaster raster = java.awt.image.Raster.createInterleavedRaster(
                new DataBufferByte(bytes, bytes.length),
                samples.width(),
                samples.height(),
                samples.width() * bands,
                bands,
                offsets,
                null);
        return new BufferedImage(model, raster, false, null);
    }

    /** A picture in another space, with or without opacity, as sRGB. */
    static Samples fromSpace(Samples numbers, ICC_ColorSpace space) {
        return converted(image(numbers, space));
    }

    /** An sRGB picture in another space. */
    static ProfiledRaster inSpace(Raster srgb, ICC_ColorSpace space) {
        var out = new Samples(srgb.width(), srgb.height(), 3, new byte[srgb.rgb().length]);
        new ColorConvertOp(null).filter(image(srgb), image(out, space));
        return out.in(space.getProfile().getData());
    }
}
