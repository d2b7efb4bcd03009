package photoset.cpu.codec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import photoset.cpu.natives.NativeLibrary;

/** The codecs that must keep the same promises. */
enum Kind {
    JAVA,
    VIPS,
    /** libheif for HEIC, libvips for the rest. */
    HEIC,
    /** libheif for HEIC, Java for the rest. */
    HEIC_AND_JAVA;

    ImageCodec codec() {
        return switch (this) {
            case JAVA -> ImageCodecs.java();
            case VIPS -> vips();
            case HEIC -> ImageCodecs.heic(library(NativeLibrary.HEIF), vips());
            case HEIC_AND_JAVA -> ImageCodecs.heic(library(NativeLibrary.HEIF), ImageCodecs.java());
        };
    }

    private static VipsCodec vips() {
        return ImageCodecs.vips(library(NativeLibrary.VIPS));
    }

    /** CI always names the libraries; a checkout without them still tests the other codec. */
    private static Path library(NativeLibrary library) {
        var path = library.named(null);
        assumeTrue(path.isPresent(), library.variable() + " is not set, so " + library.title() + " is NOT tested");
        return Path.of(path.orElseThrow());
    }
}
