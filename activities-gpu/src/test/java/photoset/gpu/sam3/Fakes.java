package photoset.gpu.sam3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import photoset.gpu.sam3.engine.Tokenizer;
import photoset.gpu.sam3.files.PackageManifest;
import photoset.gpu.torch.DeviceExecutor;

/** Models without weights. */
final class Fakes {
    /** The small random model that the export makes with seed 1. */
    static final Path TINY = Path.of("src/test/resources/sam3/tiny");

    private static final Tokenizer TOKENIZER = tokenizer();

    private Fakes() {}

    private static Tokenizer tokenizer() {
        try {
            return new Tokenizer(Files.readAllBytes(TINY.resolve("vocab.txt.gz")), 32);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Sam3Model model(FakeEngine engine, DeviceExecutor executor) {
        return new Sam3Model(manifest(), TOKENIZER, engine, executor);
    }

    private static PackageManifest manifest() {
        return new PackageManifest(
                PackageManifest.FORMAT,
                "sam3",
                "fake",
                new PackageManifest.Source("random-tiny", 1),
                "cpu",
                "float32",
                64,
                FakeEngine.SIDE,
                32,
                1,
                2,
                List.of(1, 2, 4, 8, 16),
                List.of(),
                new PackageManifest.Limits(.001, .001, .999),
                List.of());
    }
}
