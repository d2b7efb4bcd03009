package photoset.gpu.lite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The rendered rooms and products beside the model, with the truth for each concept. */
final class Samples {
    private static final Path FOLDER = Path.of("models/lite/samples");

    private Samples() {}

    /**
     * One picture.
     *
     * @param preset the domain that it shows
     */
    record Sample(String name, String preset, Picture picture) {
        /** The truth, at the picture's size; null where the concept is not in the picture. */
        byte @Nullable [] truth(String concept) throws IOException {
            var file = FOLDER.resolve("masks").resolve(name).resolve(concept + ".png");
            if (!Files.exists(file)) {
                return null;
            }
            var image = ImageIO.read(file.toFile());
            return image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), null)
                            instanceof byte[] bytes
                    ? bytes
                    : null;
        }
    }

    static List<Sample> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .map(Samples::read)
                    .toList();
        }
    }

    static Sample named(String name) {
        return read(FOLDER.resolve(name + ".jpg"));
    }

    private static Sample read(Path file) {
        try {
            var name = file.getFileName().toString().replace(".jpg", "");
            boolean product = Files.exists(FOLDER.resolve("masks").resolve(name).resolve("Product.png"));
            return new Sample(name, product ? "seller" : "interior", Picture.decoded(Files.readAllBytes(file)));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
