package photoset.cpu.codec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The codecs that must keep the same promises. */
enum Kind {
    JAVA,
    VIPS;

    ImageCodec codec() {
        @Nullable String library = System.getenv(ImageCodecs.PATH_VARIABLE);
        if (this == JAVA) {
            return ImageCodecs.java();
        }
        // CI always names the library; a checkout without it still tests the other codec.
        assumeTrue(library != null, "PHOTOSET_VIPS is not set, so libvips is NOT tested");
        return ImageCodecs.vips(Path.of(String.valueOf(library)));
    }
}
