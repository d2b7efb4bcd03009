package photoset.cpu.codec;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photoset.cpu.heic.HeicDecoder;
import photoset.cpu.natives.NativeFailure;
import photoset.cpu.natives.NativeLibrary;
import photoset.workflows.photos.PhotoFormat;

/** Finds the best codec that this machine has. */
public final class ImageCodecs {
    private static final Logger log = LoggerFactory.getLogger(ImageCodecs.class);

    private ImageCodecs() {}

    /** The same as {@link #find(String, String)} without a setting for libheif. */
    public static ImageCodec find(@Nullable String vips) {
        return find(vips, null);
    }

    /**
     * libvips, and libheif for HEIC, each as {@link NativeLibrary#named} finds it, else from the loader's path; without
     * libvips the pure Java codec, with one warning, and without libheif what the other one reads, with another.
     *
     * @throws IllegalStateException if a library is named but cannot be loaded: a wrong path is no wish for less
     */
    public static ImageCodec find(@Nullable String vips, @Nullable String heif) {
        var named = NativeLibrary.VIPS.named(vips);
        if (named.isPresent()) {
            return withHeic(vips(Path.of(named.get())), heif);
        }
        var installed = installedVips();
        return installed.isPresent() ? withHeic(installed.get(), heif) : withHeic(new JavaCodec(), heif);
    }

    private static <C extends ImageCodec & ColorConversion> ImageCodec withHeic(C codec, @Nullable String setting) {
        var named = NativeLibrary.HEIF.named(setting);
        return named.isPresent()
                ? heic(Path.of(named.get()), codec)
                : installedHeif()
                        .<ImageCodec>map(decoder -> new HeicCodec(decoder, codec))
                        .orElseGet(() -> without(codec));
    }

    /** libheif from this file, before this codec. */
    static <C extends ImageCodec & ColorConversion> ImageCodec heic(Path library, C codec) {
        try {
            return new HeicCodec(probed(library), codec);
        } catch (NativeFailure failure) {
            throw unusable(NativeLibrary.HEIF, failure);
        }
    }

    /** libvips from this file. */
    static VipsCodec vips(Path library) {
        try {
            return new VipsCodec(Vips.load(library));
        } catch (NativeFailure failure) {
            throw unusable(NativeLibrary.VIPS, failure);
        }
    }

    private static IllegalStateException unusable(NativeLibrary library, NativeFailure failure) {
        return new IllegalStateException(
                "%s cannot be used: %s. Correct %s or %s, or leave both empty to do without."
                        .formatted(library.title(), failure.getMessage(), library.property(), library.variable()),
                failure);
    }

    private static Optional<VipsCodec> installedVips() {
        try {
            return Optional.of(new VipsCodec(Vips.load(null)));
        } catch (NativeFailure absent) {
            log.warn(
                    "codec.without_libvips reason={} consequence={} remedy={}",
                    absent.getMessage(),
                    "pictures are read and written in pure Java, several times slower, and no WebP is written",
                    "install libvips or set " + NativeLibrary.VIPS.variable());
            return Optional.empty();
        }
    }

    private static Optional<HeicDecoder> installedHeif() {
        try {
            return Optional.of(probed(null));
        } catch (NativeFailure absent) {
            log.debug("codec.without_libheif reason={}", absent.getMessage());
            return Optional.empty();
        }
    }

    /** Builds differ in whether they bring a decoder for HEVC, so it is tried. */
    private static HeicDecoder probed(@Nullable Path library) {
        var decoder = HeicDecoder.load(library);
        decoder.decode(Probes.sample(PhotoFormat.HEIC));
        return decoder;
    }

    private static ImageCodec without(ImageCodec codec) {
        if (!codec.reads(PhotoFormat.HEIC)) {
            log.warn(
                    "codec.without_heic consequence={} remedy={}",
                    "photos in HEIC are refused",
                    "install libheif 1.19 or later with libde265, or set " + NativeLibrary.HEIF.variable());
        }
        return codec;
    }

    /** The codec that needs nothing but Java. */
    static JavaCodec java() {
        return new JavaCodec();
    }
}
