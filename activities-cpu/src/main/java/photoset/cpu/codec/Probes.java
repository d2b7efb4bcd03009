package photoset.cpu.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import photoset.cpu.natives.NativeFailure;
import photoset.workflows.photos.PhotoFormat;

/** Asks a library what it decodes by letting it decode: builds differ in plug-ins that their names do not tell. */
final class Probes {
    /** What builds leave out: the decoders of AV1 and HEVC are plug-ins, and HEVC's is subject to patents. */
    private static final List<PhotoFormat> UNSURE = List.of(PhotoFormat.AVIF, PhotoFormat.HEIC);

    private Probes() {}

    static Set<PhotoFormat> formats(Vips vips) {
        var formats = EnumSet.allOf(PhotoFormat.class);
        for (var format : UNSURE) {
            if (!decodes(vips, format)) {
                formats.remove(format);
            }
        }
        return formats;
    }

    private static boolean decodes(Vips vips, PhotoFormat format) {
        try {
            return vips.decode(sample(format)).width() > 0;
        } catch (NativeFailure lacking) {
            return false;
        }
    }

    /** A small picture that stands for a format. */
    static byte[] sample(PhotoFormat format) {
        var name = "probe." + format.extension();
        try (var in = Probes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
