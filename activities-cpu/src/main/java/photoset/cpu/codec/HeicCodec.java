package photoset.cpu.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;
import photoset.cpu.header.PhotoHeader;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.heic.HeicDecoder;
import photoset.cpu.heic.HeicPicture;
import photoset.cpu.natives.NativeFailure;
import photoset.imaging.Mask;
import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.OutputFormat;

/** Reads HEIC through libheif, and leaves colours and everything else to another codec. */
final class HeicCodec implements ImageCodec {
    private static final int SPACE_AT = 16;

    private final HeicDecoder decoder;
    private final ImageCodec codec;
    private final ColorConversion colors;

    <C extends ImageCodec & ColorConversion> HeicCodec(HeicDecoder decoder, C codec) {
        this.decoder = decoder;
        this.codec = codec;
        this.colors = codec;
    }

    @Override
    public String name() {
        return "%s libheif/%s".formatted(codec.name(), decoder.version());
    }

    @Override
    public boolean reads(PhotoFormat format) {
        return format == PhotoFormat.HEIC || codec.reads(format);
    }

    @Override
    public DecodedPhoto read(byte[] file, Wanted wanted) {
        var header = PhotoHeader.checked(file);
        return header.format() == PhotoFormat.HEIC ? decoded(file, header, wanted) : codec.read(file, wanted);
    }

    // What EXIF says of the orientation is left aside: the file's own boxes have turned the picture.
    private DecodedPhoto decoded(byte[] file, PhotoHeader header, Wanted wanted) {
        var picture = decoded(file);
        if (picture.width() != header.width() || picture.height() != header.height()) {
            throw PhotoRefused.damaged(null);
        }
        var numbers = new Samples(picture.width(), picture.height(), picture.bands(), picture.bytes());
        byte @Nullable [] profile = profile(file, picture);
        var samples = profile == null ? numbers : colors.toSrgb(numbers, profile);
        return new DecodedPhoto(
                header.format(),
                Flattening.onWhite(samples).srgb(),
                Flattening.alpha(samples),
                wanted == Wanted.SRGB || profile == null ? null : own(numbers, profile));
    }

    private HeicPicture decoded(byte[] file) {
        try {
            return decoder.decode(file);
        } catch (NativeFailure damage) {
            throw PhotoRefused.damaged(damage);
        }
    }

    /** The embedded one goes before numbers; one of greys or inks does not fit the decoded colours. */
    private static byte @Nullable [] profile(byte[] file, HeicPicture picture) {
        byte @Nullable [] embedded = picture.profile();
        if (embedded == null) {
            return PhotoHeader.codedProfile(file).orElse(null);
        }
        boolean fits = embedded.length >= SPACE_AT + 4 && new String(embedded, SPACE_AT, 4, ISO_8859_1).equals("RGB ");
        return fits ? embedded : null;
    }

    private @Nullable SourceColors own(Samples numbers, byte[] profile) {
        try {
            return SourceColors.worthKeeping(profile, srgb -> codec.toProfile(srgb, profile))
                    ? new SourceColors(Flattening.onWhite(numbers).in(profile))
                    : null;
        } catch (PhotoRefused unusable) {
            return null;
        }
    }

    @Override
    public Mask readMask(byte[] png) {
        return codec.readMask(png);
    }

    @Override
    public ProfiledRaster toProfile(Raster srgb, byte[] profile) {
        return codec.toProfile(srgb, profile);
    }

    @Override
    public boolean writes(OutputFormat format) {
        return codec.writes(format);
    }

    @Override
    public byte[] write(Raster picture, EncodeOptions options) {
        return codec.write(picture, options);
    }

    @Override
    public byte[] write(ProfiledRaster picture, EncodeOptions options) {
        return codec.write(picture, options);
    }

    @Override
    public byte[] writeJpeg(Raster picture, int quality) {
        return codec.writeJpeg(picture, quality);
    }
}
