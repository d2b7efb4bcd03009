package photoset.cpu.codec;

import photoset.cpu.header.PhotoHeader;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Upright;
import photoset.cpu.vips.Samples;
import photoset.cpu.vips.Vips;
import photoset.cpu.vips.VipsFailure;
import photoset.workflows.rendering.OutputFormat;

/** libvips: fast, and exact with colour profiles. */
final class VipsCodec implements ImageCodec {
    /** Level 2 is a third of the default's time for a twentieth more bytes. */
    private static final String PNG = ".png[compression=2,keep=none]";

    private final Vips vips;

    VipsCodec(Vips vips) {
        this.vips = vips;
    }

    @Override
    public String name() {
        return "libvips/" + vips.version();
    }

    @Override
    public Photo read(byte[] file) {
        var header = PhotoHeader.checked(file);
        var stored = Flattening.onWhite(decode(file, header));
        return new Photo(header.format(), Upright.turned(stored, header.orientation()));
    }

    @Override
    public Mask readMask(byte[] png) {
        var samples = decode(png, PhotoHeader.checked(png));
        return new Mask(samples.width(), samples.height(), Flattening.firstBand(samples));
    }

    private Samples decode(byte[] file, PhotoHeader header) {
        try {
            var samples = vips.decode(file);
            if (samples.width() != header.width() || samples.height() != header.height()) {
                throw PhotoRefused.damaged(null);
            }
            return samples;
        } catch (VipsFailure damage) {
            throw PhotoRefused.damaged(damage);
        }
    }

    @Override
    public boolean writes(OutputFormat format) {
        return true;
    }

    @Override
    public byte[] write(Raster picture, OutputFormat format) {
        return switch (format) {
            case PNG -> encode(picture, PNG);
            // Colour at full resolution: half resolution would bleed a painted wall into what stands before it.
            case JPEG -> encode(picture, ".jpg[Q=90,subsample_mode=off,keep=none]");
            case WEBP -> encode(picture, ".webp[Q=90,effort=2,smart_subsample=true,keep=none]");
        };
    }

    @Override
    public byte[] writeJpeg(Raster picture, int quality) {
        return encode(picture, ".jpg[Q=%d,keep=none]".formatted(quality));
    }

    @Override
    public byte[] writeMask(Mask mask) {
        return vips.encode(new Samples(mask.width(), mask.height(), 1, mask.levels()), PNG);
    }

    private byte[] encode(Raster picture, String suffix) {
        return vips.encode(new Samples(picture.width(), picture.height(), 3, picture.rgb()), suffix);
    }
}
