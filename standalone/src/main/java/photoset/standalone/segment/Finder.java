package photoset.standalone.segment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import photoset.gpu.masks.Found;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.torch.Processor;
import photoset.gpu.masks.Parts;
import photoset.gpu.masks.Plane;
import photoset.gpu.pictures.Picture;
import photoset.gpu.segmentation.StubSegmentation;
import photoset.standalone.embedded.StartRefused;
import photoset.workflows.segmentation.Concept;

/** What finds concepts: one of the segmenters that run without a server. */
interface Finder extends AutoCloseable {
    /** As in {@code ./photoset up}. */
    String VARIABLE = "PHOTOSET_SEGMENTER";

    /** Name and version. */
    String label();

    /** Whether it knows a concept. */
    boolean knows(String concept);

    /** Looks at a view once; the answer draws concepts at the photo's size. */
    Drawing look(Picture view, String preset);

    @Override
    void close();

    /** Draws what was found. */
    interface Drawing {
        Found concept(Concept concept, int width, int height);
    }

    /**
     * The one that the variable names, the bundled network if it names none.
     *
     * @throws StartRefused for any other
     */
    static Finder of(Map<String, String> environment) throws IOException {
        var name = environment.getOrDefault(VARIABLE, "lite");
        return switch (name) {
            case "lite" -> new Lite(LiteModel.bundled(Processor.cpu()));
            case "stub" -> new Stub();
            default ->
                throw new StartRefused(
                        VARIABLE + " is \"" + name + "\", but masks on a disk are found by lite or stub.");
        };
    }

    /** The bundled network. */
    record Lite(LiteModel model) implements Finder {
        @Override
        public String label() {
            return model.label();
        }

        @Override
        public boolean knows(String concept) {
            return model.concepts().stream().map(Concept::id).anyMatch(concept::equals);
        }

        @Override
        public Drawing look(Picture view, String preset) {
            return model.find(view, preset, step -> {})::concept;
        }

        @Override
        public void close() {
            model.close();
        }
    }

    /** The rectangle of the load tests. */
    record Stub() implements Finder {
        @Override
        public String label() {
            return StubSegmentation.MODEL;
        }

        @Override
        public boolean knows(String concept) {
            return true;
        }

        @Override
        public Drawing look(Picture view, String preset) {
            var sure = new Plane(1, 1, new float[] {1});
            return (concept, width, height) -> {
                var mask = StubSegmentation.mask(concept.id(), width, height);
                return new Found(mask, List.copyOf(Parts.whole(concept.id(), mask, sure)));
            };
        }

        @Override
        public void close() {}
    }
}
