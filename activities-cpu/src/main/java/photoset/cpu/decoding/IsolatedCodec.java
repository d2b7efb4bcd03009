package photoset.cpu.decoding;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.cpu.codec.DecodedPhoto;
import photoset.cpu.codec.EncodeOptions;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.header.PhotoHeader;
import photoset.cpu.header.PhotoRefused;
import photoset.imaging.Mask;
import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.OutputFormat;

/**
 * A codec whose work on strangers' bytes, files and profiles, is done by child processes under limits of time and
 * memory. Headers are judged here, in plain Java; masks, which are our own files, and encoding stay in this process.
 */
public final class IsolatedCodec implements ImageCodec, AutoCloseable {
    /** Longer than the pauses within an album; a child starts again within a second. */
    private static final Duration REST_MAX = Duration.ofMinutes(1);

    private final ImageCodec codec;
    private final DecoderPool decoders;

    IsolatedCodec(ImageCodec codec, DecoderCommand command) {
        this.codec = codec;
        this.decoders = new DecoderPool(
                () -> Decoder.start(command, codec.name()), command.settings().timeLimit(), REST_MAX);
    }

    /**
     * Finds a codec as {@link ImageCodecs#find(String, String)} does and starts the first child.
     *
     * @throws DecoderUnavailable if no child can be started
     */
    public static IsolatedCodec find(@Nullable String vips, @Nullable String heif, DecodingSettings settings) {
        return new IsolatedCodec(
                ImageCodecs.find(vips, heif), DecoderCommand.of(DecoderMain.class, vips, heif, settings));
    }

    @Override
    public DecodedPhoto read(byte[] file, Wanted wanted) {
        var header = PhotoHeader.checked(file);
        if (!codec.reads(header.format())) {
            throw PhotoRefused.noDecoder(header.format());
        }
        return decoders.ask(new DecoderProtocol.Order.Read(file, wanted), in -> DecoderProtocol.readPhoto(in, header));
    }

    @Override
    public ProfiledRaster toProfile(Raster srgb, byte[] profile) {
        var order = new DecoderProtocol.Order.ToProfile(srgb, profile);
        return decoders.ask(order, in -> DecoderProtocol.readConverted(in, order));
    }

    /** Why nothing can be read, or empty; tries to mend it. */
    public Optional<String> trouble() {
        return decoders.trouble();
    }

    @Override
    public String name() {
        return codec.name();
    }

    @Override
    public boolean reads(PhotoFormat format) {
        return codec.reads(format);
    }

    @Override
    public Mask readMask(byte[] png) {
        return codec.readMask(png);
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

    /** Ends the children; a photo that one of them has in hand is finished first. */
    @Override
    public void close() {
        decoders.close();
    }
}
