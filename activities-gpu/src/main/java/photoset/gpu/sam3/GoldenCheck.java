package photoset.gpu.sam3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import photoset.gpu.masks.Instance.Box;
import photoset.gpu.masks.LogitUpscale;
import photoset.gpu.sam3.engine.Detection;
import photoset.gpu.sam3.engine.Prediction;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.sam3.files.GoldenCase;
import photoset.gpu.sam3.files.ModelPackage;
import photoset.gpu.sam3.files.PackageManifest;
import photoset.gpu.segmentation.ImageDecoder;
import photoset.imaging.Raster;
import photoset.imaging.regions.Overlap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the golden inputs of a package and compares every step with what Python gave: tokens, the resized picture, scores,
 * boxes, maps, masks at the photo's size.
 */
public final class GoldenCheck {
    /** Torch rounds ties of a resize by the order of its sums; nothing else may differ, and by one. */
    private static final double RESIZE_MAX = 1;

    /** Share of samples of a resized picture that are the reference's. */
    private static final double RESIZE_SAME_MIN = .99;

    private final ModelPackage files;
    private final Sam3Model model;

    public GoldenCheck(ModelPackage files, Sam3Model model) {
        this.files = files;
        this.model = model;
    }

    /**
     * Runs all cases.
     *
     * @throws IOException if a golden file cannot be read
     */
    public List<Difference> run() throws IOException {
        var differences = new ArrayList<Difference>();
        for (var golden : files.manifest().golden()) {
            differences.addAll(new Run(golden).differences());
        }
        if (differences.isEmpty()) {
            throw new IOException("The model package has no golden cases: export it anew.");
        }
        return differences;
    }

    /** One case. */
    private final class Run {
        private final GoldenCase golden;
        private final PackageManifest.Limits limits = files.manifest().limits();
        private final List<Difference> differences = new ArrayList<>();

        Run(GoldenCase golden) {
            this.golden = golden;
        }

        List<Difference> differences() throws IOException {
            tokens();
            var photo = ImageDecoder.decoded(files.read(golden.photo()));
            var input = ImageDecoder.decoded(files.read(golden.input()));
            resized(photo, input);
            var answers = model.see(input, prompts(), _ -> {});
            var outputs = outputs();
            numbers(answers, outputs);
            maps(answers, outputs);
            photoMasks(answers, photo);
            return differences;
        }

        private void atMost(String what, double found, double limit) {
            differences.add(new Difference(golden.name(), what, found, limit, false));
        }

        private void atLeast(String what, double found, double limit) {
            differences.add(new Difference(golden.name(), what, found, limit, true));
        }

        private void tokens() {
            int wrong = 0;
            for (int i = 0; i < golden.prompts().size(); i++) {
                long[] ids = model.tokenizer().tokens(golden.prompts().get(i)).ids();
                var wanted = golden.ids().get(i);
                wrong += (int) IntStream.range(0, ids.length)
                        .filter(k -> ids[k] != wanted.get(k))
                        .count();
            }
            atMost("tokens", wrong, 0);
        }

        private void resized(Raster photo, Raster input) {
            byte[] found = photo.resized(input.width(), input.height()).rgb();
            int largest = 0;
            int same = 0;
            for (int i = 0; i < found.length; i++) {
                int difference = Math.abs((found[i] & 0xff) - (input.rgb()[i] & 0xff));
                largest = Math.max(largest, difference);
                same += difference == 0 ? 1 : 0;
            }
            atMost("values of the resized photo", largest, RESIZE_MAX);
            atLeast("samples of the resized photo", (double) same / found.length, RESIZE_SAME_MIN);
        }

        private List<Prompt> prompts() {
            return IntStream.range(0, golden.prompts().size())
                    .mapToObj(i -> new Prompt(golden.prompts().get(i), exemplars(i)))
                    .toList();
        }

        private List<Prompt.Exemplar> exemplars(int i) {
            GoldenCase.@Nullable Boxes boxes =
                    golden.exemplars() == null ? null : golden.exemplars().get(i);
            if (boxes == null) {
                return List.of();
            }
            var exemplars = new ArrayList<Prompt.Exemplar>();
            for (int k = 0; k < boxes.boxes().size(); k++) {
                var box = boxes.boxes().get(k);
                exemplars.add(new Prompt.Exemplar(
                        box.get(0) - box.get(2) / 2,
                        box.get(1) - box.get(3) / 2,
                        box.get(2),
                        box.get(3),
                        boxes.labels().get(k) == 1));
            }
            return exemplars;
        }

        private void numbers(List<Prediction> answers, GoldenCase.Outputs outputs) {
            double scores = 0;
            double boxes = 0;
            double presence = 0;
            for (int i = 0; i < answers.size(); i++) {
                var wanted = outputs.scores().get(i);
                presence = Math.max(
                        presence,
                        Math.abs(outputs.presence().get(i) - answers.get(i).presence()));
                for (int k = 0; k < wanted.size(); k++) {
                    scores = worse(
                            scores,
                            wanted.get(k) - answers.get(i).candidates().get(k).score());
                    boxes = worse(boxes, edges(outputs.boxes().get(i).get(k), answers.get(i), wanted.get(k)));
                }
            }
            atMost("presence", presence, limits.score());
            atMost("scores", scores, limits.score());
            atMost("boxes", boxes, limits.box());
        }

        /** Like a maximum of absolute values, but something that is not a number stays. */
        private double worse(double worst, double difference) {
            return Double.isNaN(worst) || Double.isNaN(difference) ? Double.NaN : Math.max(worst, Math.abs(difference));
        }

        /** Candidates of one score may come in any order, so the nearest box among them counts. */
        private double edges(List<Float> wanted, Prediction answer, float score) {
            double nearest = Double.NaN;
            for (var candidate : alike(answer, score)) {
                double apart = 0;
                for (int edge = 0; edge < wanted.size(); edge++) {
                    apart = worse(apart, wanted.get(edge) - candidate.box()[edge]);
                }
                nearest = Double.isNaN(nearest) ? apart : Math.min(nearest, apart);
            }
            return nearest;
        }

        private List<Detection> alike(Prediction answer, float score) {
            return answer.candidates().stream()
                    .filter(one -> Math.abs(one.score() - score) <= limits.score())
                    .toList();
        }

        private GoldenCase.Outputs outputs() throws IOException {
            try {
                return JsonMapper.shared().readValue(files.read(golden.outputs()), GoldenCase.Outputs.class);
            } catch (JacksonException broken) {
                throw new IOException(golden.outputs() + " cannot be read", broken);
            }
        }

        private void maps(List<Prediction> answers, GoldenCase.Outputs outputs) throws IOException {
            var tiles = ImageDecoder.decoded(files.read(golden.masks()));
            int side = files.manifest().maskSide();
            double least = 1;
            for (int i = 0; i < answers.size(); i++) {
                var pooled = Overlap.NONE;
                for (int k = 0; k < tiles.width() / side; k++) {
                    byte[] wanted = tile(tiles, k * side, i * side, side, side);
                    pooled = pooled.with(
                            alike(answers.get(i), outputs.scores().get(i).get(k)).stream()
                                    .map(one -> Overlap.of(wanted, one.map()))
                                    .max(Comparator.comparingDouble(Overlap::share))
                                    .orElse(Overlap.of(wanted, new byte[wanted.length])));
                }
                least = Math.min(least, pooled.share());
            }
            atLeast("maps", least, limits.maskIou());
        }

        private void photoMasks(List<Prediction> answers, Raster photo) throws IOException {
            var stacked = ImageDecoder.decoded(files.read(golden.photoMasks()));
            double least = 1;
            for (int i = 0; i < answers.size(); i++) {
                byte[] wanted = tile(stacked, 0, i * photo.height(), photo.width(), photo.height());
                byte[] found = union(answers.get(i), photo.width(), photo.height());
                least = Math.min(least, Overlap.of(wanted, found).share());
            }
            atLeast("masks of the photo", least, limits.maskIou());
        }

        /** Every instance on its own, as the reference does, before anything is joined or decided between concepts. */
        private byte[] union(Prediction answer, int width, int height) {
            var union = new byte[width * height];
            for (var candidate : answer.candidates()) {
                if (candidate.score() > golden.threshold()) {
                    var logOdds = FilteredDetections.logOdds(answer.side(), candidate.map());
                    byte[] one = LogitUpscale.drawn(logOdds, width, height, new Box(0, 0, width, height))
                            .levels();
                    for (int i = 0; i < union.length; i++) {
                        union[i] = (byte) Math.max(union[i] & 0xff, one[i] & 0xff);
                    }
                }
            }
            return union;
        }

        /** A part of a grey picture. */
        private static byte[] tile(Raster grey, int left, int top, int width, int height) {
            var tile = new byte[width * height];
            for (int y = 0, at = 0; y < height; y++) {
                for (int x = 0; x < width; x++, at++) {
                    tile[at] = grey.rgb()[3 * ((top + y) * grey.width() + left + x)];
                }
            }
            return tile;
        }
    }
}
