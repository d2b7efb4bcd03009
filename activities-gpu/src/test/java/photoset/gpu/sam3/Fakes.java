package photoset.gpu.sam3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import photoset.gpu.sam3.engine.Tokenizer;
import photoset.gpu.sam3.files.Manifest;
import photoset.gpu.torch.Lane;

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

    static Sam3Model model(FakeEngine engine, Lane lane) {
        return new Sam3Model(manifest(), TOKENIZER, engine, lane);
    }

    private static Manifest manifest() {
        return new Manifest(
                Manifest.FORMAT,
                "sam3",
                "fake",
                new Manifest.Source("random-tiny", 1),
                "cpu",
                "float32",
                64,
                FakeEngine.SIDE,
                32,
                1,
                2,
                List.of(1, 2, 4, 8, 16),
                List.of(),
                new Manifest.Limits(.001, .001, .999),
                List.of());
    }
}
