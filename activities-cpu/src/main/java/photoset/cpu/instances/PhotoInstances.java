package photoset.cpu.instances;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import photoset.imaging.regions.LabelMap;
import photoset.imaging.regions.Rle;
import photoset.workflows.segmentation.InstanceBox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a segmenter wrote about the instances of one photo. The instances of a concept stand in the order of their labels,
 * which count from 1.
 */
public final class PhotoInstances {
    /** A thousand instances with their run-lengths; what is longer was not written by a segmenter. */
    public static final int FILE_BYTES_MAX = 16 << 20;

    private final SortedMap<String, List<Entry>> byConcept = new TreeMap<>();

    private PhotoInstances() {}

    /**
     * One instance.
     *
     * @param box null when the segmenter, an external one, did not say
     * @param rle likewise
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(
            @JsonProperty("concept") String concept,
            @JsonProperty("score") double score,
            @JsonProperty("box") @Nullable InstanceBox box,
            @JsonProperty("area") long area,
            @JsonProperty("rle") @Nullable Rle rle) {}

    /**
     * Reads {@code instances.json}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PhotoInstances read(byte[] file) {
        var instances = new PhotoInstances();
        try {
            Arrays.stream(JsonMapper.shared().readValue(file, Entry[].class))
                    .forEach(one -> instances
                            .byConcept
                            .computeIfAbsent(one.concept(), _ -> new ArrayList<>())
                            .add(one));
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("The file of instances is damaged.", unreadable);
        }
        return instances;
    }

    /** By concept, in alphabetical order; the label of an instance is its place in the list and one. */
    public SortedMap<String, List<Entry>> byConcept() {
        return byConcept;
    }

    /**
     * Which pixel belongs to which instance of a concept.
     *
     * @throws IllegalArgumentException if an instance has no pixels of a photo of this size
     */
    public LabelMap labels(String concept, int width, int height) {
        var map = LabelMap.empty(width, height);
        int label = 1;
        for (var one : byConcept.getOrDefault(concept, List.of())) {
            var pixels = one.rle();
            if (pixels == null) {
                throw new IllegalArgumentException("The segmenter did not say which pixels an instance has.");
            }
            map.add(label++, pixels);
        }
        return map;
    }
}
