package photoset.cpu.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import photoset.cpu.header.PhotoHeader;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Upright;
import photoset.workflows.rendering.OutputFormat;

/**
 * ImageIO with TwelveMonkeys' readers: memory-safe and everywhere, but several times slower than libvips, without WebP
 * output, and with colour at half resolution in JPEG output.
 */
final class JavaCodec implements ImageCodec {
    private static final float JPEG_QUALITY = .90f;

    /** The writer's scale for deflate: 9 - 9 x this is the level, here 2. */
    private static final float PNG_SPEED = 7f / 9;

    JavaCodec() {
        ImageIO.scanForPlugins();
    }

    @Override
    public String name() {
        return "imageio/" + Runtime.version().feature();
    }

    @Override
    public Photo read(byte[] file) {
        var header = PhotoHeader.checked(file);
        var stored = Flattening.onWhite(BufferedSamples.of(decode(file, header), file, header.format()));
        return new Photo(header.format(), Upright.turned(stored, header.orientation()));
    }

    @Override
    public Mask readMask(byte[] png) {
        var header = PhotoHeader.checked(png);
        var samples = BufferedSamples.of(decode(png, header), png, header.format());
        return new Mask(samples.width(), samples.height(), Flattening.firstBand(samples));
    }

    private static BufferedImage decode(byte[] file, PhotoHeader header) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var image = decode(in, header);
            if (image.getWidth() != header.width() || image.getHeight() != header.height()) {
                throw PhotoRefused.damaged(null);
            }
            return image;
        } catch (IOException | RuntimeException damage) {
            throw damage instanceof PhotoRefused refused ? refused : PhotoRefused.damaged(damage);
        }
    }

    private static BufferedImage decode(MemoryCacheImageInputStream in, PhotoHeader header) throws IOException {
        var reader = reader(header.format());
        var cutOff = new AtomicBoolean();
        try {
            reader.addIIOReadWarningListener((source, warning) -> cutOff.compareAndSet(false, isDamage(warning)));
            reader.setInput(in, true, true);
            var image = reader.read(0);
            if (cutOff.get()) {
                throw PhotoRefused.damaged(null);
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    /** The warnings of libjpeg inside the JDK that mean missing or wrong pixels, not odd metadata. */
    private static boolean isDamage(String warning) {
        return warning.contains("Premature end") || warning.contains("Corrupt JPEG data");
    }

    /** TwelveMonkeys where it has a reader (JPEG with CMYK, WebP), else the JDK's. */
    private static ImageReader reader(OutputFormat format) throws IIOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        ImageReader best = null;
        while (readers.hasNext()) {
            var reader = readers.next();
            if (best == null || reader.getClass().getName().startsWith("com.twelvemonkeys")) {
                best = reader;
            }
        }
        if (best == null) {
            throw new IIOException("no reader for " + format);
        }
        return best;
    }

    @Override
    public boolean writes(OutputFormat format) {
        return format != OutputFormat.WEBP;
    }

    @Override
    public byte[] write(Raster picture, OutputFormat format) {
        return switch (format) {
            case PNG -> encode(BufferedSamples.image(picture), "png", PNG_SPEED);
            case JPEG -> encode(BufferedSamples.image(picture), "jpeg", JPEG_QUALITY);
            case WEBP ->
                throw new UnsupportedOperationException(
                        "This server cannot write WebP. Choose PNG or JPEG, or ask its operator to install libvips.");
        };
    }

    @Override
    public byte[] writeJpeg(Raster picture, int quality) {
        return encode(BufferedSamples.image(picture), "jpeg", quality / 100f);
    }

    @Override
    public byte[] writeMask(Mask mask) {
        return encode(BufferedSamples.image(mask), "png", PNG_SPEED);
    }

    private static byte[] encode(BufferedImage image, String format, float quality) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException impossible) {
            throw new IllegalStateException("Writing to memory failed.", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
