package photoset.gpu.lite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import photoset.gpu.segmentation.ImageDecoder;
import photoset.imaging.Raster;
import photoset.workflows.segmentation.Concept;

/** The rendered rooms and products beside the model, with the truth for each concept. */
final class Samples {
    private static final Path FOLDER = Path.of("models/lite/samples");
    private static final Set<String> PRODUCT =
            Set.of("Product", "Background", "Body", "Label_Text", "Logo", "Gloss", "Parts", "Accessories");

    private Samples() {}

    /**
     * One picture.
     *
     * @param preset the domain that it shows
     */
    record Sample(String name, String preset, Raster picture) {
        /** The truth, at the picture's size; empty where the concept is not in the picture. */
        byte[] truthOrNothing(String concept) throws IOException {
            var file = FOLDER.resolve("masks").resolve(name).resolve(concept + ".png");
            if (!Files.exists(file)) {
                return new byte[picture.width() * picture.height()];
            }
            var raster = ImageIO.read(file.toFile()).getRaster();
            return (byte[]) raster.getDataElements(0, 0, picture.width(), picture.height(), null);
        }
    }

    /** The concepts that the network was trained to find in such pictures. */
    static List<Concept> conceptsOf(String preset, LiteModel model) {
        return model.concepts().stream()
                .filter(concept -> PRODUCT.contains(concept.id()) == preset.equals("seller"))
                .toList();
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
            return new Sample(name, product ? "seller" : "interior", ImageDecoder.decoded(Files.readAllBytes(file)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
