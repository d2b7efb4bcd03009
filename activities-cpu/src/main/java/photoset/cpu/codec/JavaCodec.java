package photoset.cpu.codec;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import photoset.cpu.header.PhotoHeader;
import photoset.cpu.header.PhotoRefused;
import photoset.imaging.Mask;
import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;
import photoset.imaging.Upright;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.OutputFormat;

/**
 * ImageIO with TwelveMonkeys' readers: memory-safe and everywhere, but several times slower than libvips, without AVIF
 * and HEIC and without WebP output. The profiles of grey pictures and of inks are left aside.
 */
final class JavaCodec implements ImageCodec, ColorConversion {
    JavaCodec() {
        ImageIO.scanForPlugins();
    }

    @Override
    public String name() {
        return "imageio/" + Runtime.version().feature();
    }

    @Override
    public boolean reads(PhotoFormat format) {
        return switch (format) {
            case JPEG, PNG, WEBP, TIFF -> true;
            case AVIF, HEIC -> false;
        };
    }

    @Override
    public DecodedPhoto read(byte[] file, Wanted wanted) {
        var header = PhotoHeader.checked(file);
        if (!reads(header.format())) {
            throw PhotoRefused.noDecoder(header.format());
        }
        try {
            var image = BufferedSamples.profiled(decode(file, header), file, header.format());
            var samples = BufferedSamples.converted(image);
            var alpha = Flattening.alpha(samples);
            return new DecodedPhoto(
                    header.format(),
                    Upright.turned(Flattening.onWhite(samples).srgb(), header.orientation()),
                    alpha == null ? null : Upright.turned(alpha, header.orientation()),
                    wanted == Wanted.SRGB_AND_OWN ? own(image, header) : null);
        } catch (CMMException | IllegalArgumentException oddColors) {
            throw PhotoRefused.damaged(oddColors);
        }
    }

    private static @Nullable SourceColors own(BufferedImage image, PhotoHeader header) {
        if (image.getColorModel() instanceof IndexColorModel
                || !(image.getColorModel().getColorSpace() instanceof ICC_ColorSpace space)
                || space.isCS_sRGB()) {
            return null;
        }
        byte[] profile = space.getProfile().getData();
        if (!SourceColors.worthKeeping(profile, srgb -> BufferedSamples.inSpace(srgb, space))) {
            return null;
        }
        var samples = Flattening.onWhite(BufferedSamples.unconverted(image));
        return new SourceColors(Upright.turned(samples.in(profile), header.orientation()));
    }

    @Override
    public Samples toSrgb(Samples numbers, byte[] profile) {
        try {
            var space = BufferedSamples.space(profile);
            return space.isEmpty() ? numbers : BufferedSamples.fromSpace(numbers, space.get());
        } catch (CMMException | IllegalArgumentException oddColors) {
            throw PhotoRefused.damaged(oddColors);
        }
    }

    @Override
    public Mask readMask(byte[] png) {
        var samples = BufferedSamples.converted(decode(png, PhotoHeader.checked(png)));
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
            var parameters = reader.getDefaultReadParam();
            profiledType(reader).ifPresent(parameters::setDestinationType);
            var image = reader.read(0, parameters);
            if (cutOff.get()) {
                throw PhotoRefused.damaged(null);
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    /** The file's own RGB space where the reader would otherwise convert to sRGB by itself. */
    private static Optional<ImageTypeSpecifier> profiledType(ImageReader reader) throws IOException {
        var types = reader.getImageTypes(0);
        while (types.hasNext()) {
            var type = types.next();
            var space = type.getColorModel().getColorSpace();
            if (space instanceof ICC_ColorSpace && space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The warnings of libjpeg inside the JDK that mean missing or wrong pixels, not odd metadata. */
    private static boolean isDamage(String warning) {
        return warning.contains("Premature end") || warning.contains("Corrupt JPEG data");
    }

    /** TwelveMonkeys where it has a reader (JPEG with CMYK, WebP, TIFF), else the JDK's. */
    private static ImageReader reader(PhotoFormat format) throws IIOException {
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
    public ProfiledRaster toProfile(Raster srgb, byte[] profile) {
        try {
            var space = BufferedSamples.space(profile).orElseThrow(() -> PhotoRefused.damaged(null));
            return BufferedSamples.inSpace(srgb, space);
        } catch (CMMException | IllegalArgumentException unusable) {
            throw PhotoRefused.damaged(unusable);
        }
    }

    @Override
    public boolean writes(OutputFormat format) {
        return format != OutputFormat.WEBP;
    }

    @Override
    public byte[] write(Raster picture, EncodeOptions options) {
        return write(Samples.of(picture), options, null);
    }

    @Override
    public byte[] write(ProfiledRaster picture, EncodeOptions options) {
        return write(Samples.of(picture), options, picture.profile());
    }

    private static byte[] write(Samples picture, EncodeOptions options, byte @Nullable [] profile) {
        var alpha = options.alpha();
        return switch (options.format()) {
            case PNG -> {
                byte[] file = JavaWriters.png(
                        BufferedSamples.image(alpha == null ? picture : Flattening.lifted(picture, alpha)));
                yield profile == null ? file : EmbeddedProfile.inPng(file, profile);
            }
            case JPEG -> {
                byte[] file = JavaWriters.jpeg(BufferedSamples.image(picture));
                yield profile == null ? file : EmbeddedProfile.inJpeg(file, profile);
            }
            case WEBP ->
                throw new UnsupportedOperationException(
                        "This server cannot write WebP. Choose PNG or JPEG, or ask its operator to install libvips.");
        };
    }

    @Override
    public byte[] writeJpeg(Raster picture, int quality) {
        return JavaWriters.smallJpeg(BufferedSamples.image(picture), quality / 100f);
    }
}
