package photoset.api.jobstore;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.workflows.segmentation.AlbumInstance;
import photoset.workflows.segmentation.InstanceBox;

/** The instances of a photo that is alone: nothing is to be recognized, so they need an order and no comparison. */
final class LoneInstances {
    private static final InstanceBox UNKNOWN = new InstanceBox(0, 0, 0, 0);

    /** From left to right, as things of an album are numbered; those whose place nobody said come last. */
    private static final Comparator<AlbumInstance> READING = Comparator.comparing(
                    (AlbumInstance one) -> one.box().equals(UNKNOWN))
            .thenComparingInt(one -> 2 * one.box().x() + one.box().w())
            .thenComparingInt(one -> one.box().y())
            .thenComparingInt(AlbumInstance::label);

    private LoneInstances() {}

    /**
     * An element of the photo's {@code instances.json}.
     *
     * @param box null when the segmenter, an external one, did not say
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Found(
            @JsonProperty("concept") String concept,
            @JsonProperty("score") double score,
            @JsonProperty("box") @Nullable InstanceBox box,
            @JsonProperty("area") long area) {}

    /** What the photo's file says, labels counted in its order; of a surface all is one instance. */
    static List<AlbumInstance> of(int idx, Found[] file, List<String> surfaces) {
        Map<String, Integer> labels = new HashMap<>();
        List<AlbumInstance> found = new ArrayList<>();
        for (var one : file) {
            int label = labels.merge(one.concept(), 1, Integer::sum);
            var box = one.box() == null ? UNKNOWN : one.box();
            found.add(new AlbumInstance(
                    idx, one.concept(), label, named(one.concept(), 1), one.score(), box, one.area()));
        }
        Map<String, Integer> numbers = new HashMap<>();
        return found.stream()
                .sorted(READING)
                .map(one -> surfaces.contains(one.concept())
                        ? one
                        : withNumber(one, numbers.merge(one.concept(), 1, Integer::sum)))
                .toList();
    }

    private static AlbumInstance withNumber(AlbumInstance one, int number) {
        return new AlbumInstance(
                one.idx(),
                one.concept(),
                one.label(),
                named(one.concept(), number),
                one.score(),
                one.box(),
                one.area());
    }

    private static String named(String concept, int number) {
        return concept + "-" + number;
    }
}
