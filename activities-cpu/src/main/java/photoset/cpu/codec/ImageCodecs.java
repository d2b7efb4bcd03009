package photoset.cpu.codec;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the best codec that this machine has. */
public final class ImageCodecs {
    /** The system property that names the shared library of libvips. */
    public static final String PATH_PROPERTY = "photoset.vips.path";

    /** The environment variable that names it. */
    public static final String PATH_VARIABLE = "PHOTOSET_VIPS";

    private static final Logger log = LoggerFactory.getLogger(ImageCodecs.class);

    private ImageCodecs() {}

    /**
     * libvips from the system property, this setting, the environment variable or the loader's path, whichever is there
     * first; without any the pure Java codec, with one warning.
     *
     * @throws IllegalStateException if a library is named but cannot be loaded: a wrong path is no wish for Java
     */
    public static ImageCodec find(@Nullable String setting) {
        var named = named(setting);
        return named.isPresent() ? vips(Path.of(named.get())) : installed().orElseGet(ImageCodecs::java);
    }

    /** The library that {@link #find} would load because somebody named it. */
    public static Optional<String> named(@Nullable String setting) {
        for (@Nullable
        String path :
                new @Nullable String[] {System.getProperty(PATH_PROPERTY), setting, System.getenv(PATH_VARIABLE)}) {
            if (path != null && !path.isBlank()) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** libvips from this file. */
    static ImageCodec vips(Path library) {
        try {
            return new VipsCodec(Vips.load(library));
        } catch (VipsFailure failure) {
            throw new IllegalStateException(
                    "libvips cannot be used: %s. Correct %s or %s, or leave both empty to do without."
                            .formatted(failure.getMessage(), PATH_PROPERTY, PATH_VARIABLE),
                    failure);
        }
    }

    private static Optional<ImageCodec> installed() {
        try {
            return Optional.of(new VipsCodec(Vips.load(null)));
        } catch (VipsFailure absent) {
            log.warn(
                    "codec.without_libvips reason={} consequence={} remedy={}",
                    absent.getMessage(),
                    "pictures are read and written in pure Java, several times slower, and no WebP is written",
                    "install libvips or set " + PATH_VARIABLE);
            return Optional.empty();
        }
    }

    /** The codec that needs nothing but Java. */
    static ImageCodec java() {
        return new JavaCodec();
    }
}
