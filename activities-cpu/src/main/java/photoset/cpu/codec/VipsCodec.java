package photoset.cpu.codec;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import photoset.cpu.header.PhotoHeader;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.natives.NativeFailure;
import photoset.imaging.Mask;
import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;
import photoset.imaging.Upright;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.OutputFormat;

/** libvips: fast, and exact with colour profiles. */
final class VipsCodec implements ImageCodec, ColorConversion {
    /** Level 2 is a third of the default's time for a twentieth more bytes. */
    private static final String PNG = ".png[compression=2,%s]";

    // Colour at full resolution: half resolution would bleed a painted wall into what stands before it.
    private static final String JPEG = ".jpg[Q=90,subsample_mode=off,%s]";
    private static final String WEBP = ".webp[Q=90,effort=2,smart_subsample=true,%s]";

    private final Vips vips;
    private final Set<PhotoFormat> read;

    VipsCodec(Vips vips) {
        this.vips = vips;
        this.read = Probes.formats(vips);
    }

    @Override
    public String name() {
        return "libvips/" + vips.version();
    }

    @Override
    public boolean reads(PhotoFormat format) {
        return read.contains(format);
    }

    @Override
    public DecodedPhoto read(byte[] file, Wanted wanted) {
        var header = PhotoHeader.checked(file);
        if (!reads(header.format())) {
            throw PhotoRefused.noDecoder(header.format());
        }
        try {
            byte @Nullable [] coded = PhotoHeader.codedProfile(file).orElse(null);
            var samples = fitting(decoded(file, header, coded), header);
            var alpha = Flattening.alpha(samples);
            return new DecodedPhoto(
                    header.format(),
                    Upright.turned(Flattening.onWhite(samples).srgb(), header.orientation()),
                    alpha == null ? null : Upright.turned(alpha, header.orientation()),
                    wanted == Wanted.SRGB_AND_OWN ? own(file, header, coded) : null);
        } catch (NativeFailure damage) {
            throw PhotoRefused.damaged(damage);
        }
    }

    private Samples decoded(byte[] file, PhotoHeader header, byte @Nullable [] coded) {
        return coded != null && header.format() == PhotoFormat.PNG
                ? vips.decodeAs(file, coded)
                : vips.decode(file, coded);
    }

    private @Nullable SourceColors own(byte[] file, PhotoHeader header, byte @Nullable [] coded) {
        byte[] profile = coded != null && header.format() == PhotoFormat.PNG
                ? coded
                : vips.profile(file).orElse(coded);
        if (profile == null || !worthKeeping(profile)) {
            return null;
        }
        var samples = fitting(vips.decodeUnconverted(file), header);
        return samples.bands() < 3
                ? null
                : new SourceColors(Upright.turned(Flattening.onWhite(samples).in(profile), header.orientation()));
    }

    /** One that cannot be written to is not kept either. */
    private boolean worthKeeping(byte[] profile) {
        try {
            return SourceColors.worthKeeping(profile, srgb -> converted(srgb, profile));
        } catch (NativeFailure unusable) {
            return false;
        }
    }

    private static Samples fitting(Samples samples, PhotoHeader header) {
        if (samples.width() != header.width() || samples.height() != header.height()) {
            throw PhotoRefused.damaged(null);
        }
        return samples;
    }

    @Override
    public Samples toSrgb(Samples numbers, byte[] profile) {
        try {
            return vips.toSrgb(numbers, profile);
        } catch (NativeFailure oddColors) {
            throw PhotoRefused.damaged(oddColors);
        }
    }

    @Override
    public Mask readMask(byte[] png) {
        var header = PhotoHeader.checked(png);
        try {
            var samples = fitting(vips.decode(png), header);
            return new Mask(samples.width(), samples.height(), Flattening.firstBand(samples));
        } catch (NativeFailure damage) {
            throw PhotoRefused.damaged(damage);
        }
    }

    @Override
    public ProfiledRaster toProfile(Raster srgb, byte[] profile) {
        try {
            return converted(srgb, profile);
        } catch (NativeFailure unusable) {
            throw PhotoRefused.damaged(unusable);
        }
    }

    private ProfiledRaster converted(Raster srgb, byte[] profile) {
        return Flattening.onWhite(vips.toProfile(Samples.of(srgb), profile)).in(profile);
    }

    @Override
    public boolean writes(OutputFormat format) {
        return true;
    }

    @Override
    public byte[] write(Raster picture, EncodeOptions options) {
        return write(Samples.of(picture), options, null);
    }

    @Override
    public byte[] write(ProfiledRaster picture, EncodeOptions options) {
        return write(Samples.of(picture), options, picture.profile());
    }

    private byte[] write(Samples picture, EncodeOptions options, byte @Nullable [] profile) {
        var alpha = options.alpha();
        var layered = alpha == null ? picture : Flattening.lifted(picture, alpha);
        return switch (options.format()) {
            case PNG -> encode(layered, PNG, profile);
            case JPEG -> encode(picture, JPEG, profile);
            case WEBP -> encode(layered, WEBP, profile);
        };
    }

    @Override
    public byte[] writeJpeg(Raster picture, int quality) {
        return encode(Samples.of(picture), ".jpg[Q=" + quality + ",%s]", null);
    }

    /** Releases before 8.15 know only all or nothing; samples bring no metadata, so that nothing but the profile is all. */
    private byte[] encode(Samples samples, String suffix, byte @Nullable [] profile) {
        var kept = profile == null ? "strip=true" : vips.isAtLeast(8, 15) ? "keep=icc" : "strip=false";
        return vips.encode(samples, suffix.formatted(kept), profile);
    }
}
