package photoset.workflows;

import java.util.List;

/**
 * Where objects lie that belong to no job: results that go with a photo's content, so that the same file uploaded again,
 * by whomever, finds them (keys hold hashes only; what is old is deleted by its age), and the segmenter's description.
 */
public final class SharedKeys {
    /** What the gpu workers' segmenter is; written by each of them, JSON of a {@code SegmenterDescription}. */
    public static final String SEGMENTER = "segmenters/current.json";

    /** The first word of the keys of results. */
    public static final List<String> CACHES = List.of("features", "segments");

    private SharedKeys() {}

    /**
     * What a model found in a photo.
     *
     * @param model name and version, e.g. {@code sam3/0f3a5d4c9b21}
     * @param photoSha256 of the file as uploaded, lower-case hex
     * @param prompt hash of everything that the model was asked
     */
    public static String segment(String model, String photoSha256, String prompt) {
        return "segments/" + model + "/" + photoSha256 + "/" + prompt;
    }
}
