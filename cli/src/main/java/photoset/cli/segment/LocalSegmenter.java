package photoset.cli.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.masks.ConceptMask;
import photoset.gpu.masks.InstanceSplitter;
import photoset.gpu.sam3.Sam3Model;
import photoset.gpu.sam3.Sam3Settings;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.sam3.engine.Prompt.Exemplar;
import photoset.gpu.segmentation.StubSegmentation;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Processor.Device;
import photoset.imaging.Plane;
import photoset.imaging.Raster;
import photoset.standalone.embedded.UserError;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.segmentation.Concept;

/** What finds concepts: one of the segmenters that run without a server. */
interface LocalSegmenter extends AutoCloseable {
    /** As in {@code ./photoset up}. */
    String VARIABLE = "PHOTOSET_SEGMENTER";

    /** Name and version. */
    String label();

    /** What it knows, or empty if it takes any words. */
    Optional<List<String>> vocabulary();

    /** Long side of the view that it should get, in pixels. */
    default int viewSide() {
        return PhotoLimits.VIEW_SIDE_PX;
    }

    /** Looks at a view once; the answer draws concepts of the question at the photo's size. */
    Drawing segment(Raster view, Question question);

    @Override
    void close();

    /**
     * What to look for.
     *
     * @param examples boxes in the photo by a concept's id; most have none
     */
    record Question(String preset, List<Concept> concepts, Map<String, List<Exemplar>> examples) {}

    /** Draws what was found. */
    interface Drawing {
        ConceptMask concept(Concept concept, int width, int height);
    }

    /**
     * The one that the variable names, the bundled network if it names none.
     *
     * @throws UserError for any other
     */
    static LocalSegmenter of(Map<String, String> environment) throws IOException {
        var name = environment.getOrDefault(VARIABLE, "lite");
        return switch (name) {
            case "lite" -> new Lite(LiteModel.bundled(Processor.cpu()));
            case "stub" -> new Stub();
            case "sam3" -> Sam3.of(environment);
            default ->
                throw new UserError(
                        VARIABLE + " is \"" + name + "\", but masks on a disk are found by lite, sam3 or stub.");
        };
    }

    /** The bundled network. */
    record Lite(LiteModel model) implements LocalSegmenter {
        @Override
        public String label() {
            return model.label();
        }

        @Override
        public Optional<List<String>> vocabulary() {
            return Optional.of(model.concepts().stream().map(Concept::id).toList());
        }

        @Override
        public Drawing segment(Raster view, Question question) {
            if (!question.examples().isEmpty()) {
                throw new UserError("The bundled model takes no examples; SAM 3 does (" + VARIABLE + "=sam3).");
            }
            return model.find(view, question.preset(), step -> {})::concept;
        }

        @Override
        public void close() {
            model.close();
        }
    }

    /** SAM 3 from a model package. */
    record Sam3(Sam3Model model, float score) implements LocalSegmenter {
        /** The settings of the workers, as they are spelt in an environment. */
        static final String FOLDER = "PHOTOSET_GPU_MODELDIR";

        static final String SCORE = "PHOTOSET_SAM3_SCORE";
        private static final String DEVICE = "PHOTOSET_GPU_DEVICE";

        static LocalSegmenter of(Map<String, String> environment) throws IOException {
            var folder = environment.get(FOLDER);
            if (folder == null) {
                throw new UserError(
                        FOLDER + " must name the model package that export_sam3.py made: SAM 3 is not bundled.");
            }
            try {
                var device =
                        Device.valueOf(environment.getOrDefault(DEVICE, "cpu").toUpperCase(Locale.ROOT));
                var settings = new Sam3Settings(Float.parseFloat(environment.getOrDefault(SCORE, "0.5")), false);
                var processor = new Processor(device, Processor.cpu().threads());
                return new Sam3(Sam3Model.open(Path.of(folder), processor), settings.score());
            } catch (IllegalArgumentException nonsense) {
                throw new UserError(
                        "One of " + SCORE + " and " + DEVICE + " is not understood: " + nonsense.getMessage());
            } catch (IllegalStateException noCard) {
                throw new UserError(String.valueOf(noCard.getMessage()), noCard);
            }
        }

        @Override
        public String label() {
            return model.label();
        }

        @Override
        public int viewSide() {
            return Sam3Model.VIEW_SIDE_PX;
        }

        @Override
        public Optional<List<String>> vocabulary() {
            return Optional.empty();
        }

        @Override
        public Drawing segment(Raster view, Question question) {
            var prompts = question.concepts().stream()
                    .map(concept ->
                            new Prompt(concept.prompt(), question.examples().getOrDefault(concept.id(), List.of())))
                    .toList();
            return new photoset.gpu.sam3.MaskRenderer(question.concepts(), model.find(view, prompts, _ -> {}), score)
                    ::concept;
        }

        @Override
        public void close() {
            model.close();
        }
    }

    /** The rectangle of the load tests. */
    record Stub() implements LocalSegmenter {
        @Override
        public String label() {
            return StubSegmentation.MODEL;
        }

        @Override
        public Optional<List<String>> vocabulary() {
            return Optional.empty();
        }

        @Override
        public Drawing segment(Raster view, Question question) {
            var sure = new Plane(1, 1, new float[] {1});
            return (concept, width, height) -> {
                var mask = StubSegmentation.mask(width, height);
                return new ConceptMask(mask, List.copyOf(InstanceSplitter.whole(concept.id(), mask, sure)));
            };
        }

        @Override
        public void close() {}
    }
}
