package photoset.workflows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Where the bytes of one job lie in the bucket. Keys hold ids only, never a name that a user typed, so that listing a
 * bucket tells nothing about anybody.
 *
 * @param user the owner of the job
 * @param job the job
 */
public record ObjectKeys(UserId user, JobId job) {
    private static final Pattern INPUT = Pattern.compile("inputs/([^/]+/[^/]+/[0-9]+)[.][a-z0-9]+");

    /** The variant of a job that carries a single rule. */
    public static final String ONLY_VARIANT = "a";

    /** The first word of the keys of jobs. */
    public static final List<String> AREAS =
            List.of("inputs", "manifests", "masks", "outputs", "previews", "sets", "uploads");

    private static final Pattern OWN_MASK = Pattern.compile(".*\\.v([1-9][0-9]{0,5})\\.png");

    /** Where the client puts photo {@code idx}; expires after a day. */
    public String upload(int idx) {
        return path("uploads") + idx;
    }

    /** The photo as uploaded, copied at confirm and never written again. */
    public String input(int idx, String extension) {
        return path("inputs") + idx + "." + extension;
    }

    /** The photo as models see it: upright sRGB JPEG of reduced size, made by us and therefore safe to decode. */
    public String view(int idx) {
        return path("inputs") + idx + ".view.jpg";
    }

    /** What the model found: an 8-bit grey PNG of the photo's upright size. */
    public String mask(int idx, String concept) {
        return path("masks") + idx + "/" + concept + ".png";
    }

    /** The instances of every concept in photo {@code idx}, with COCO run-length encodings. */
    public String instances(int idx) {
        return path("masks") + idx + "/instances.json";
    }

    /** The instances of all photos with their ids in the job, without run-lengths. */
    public String albumInstances() {
        return path("masks") + "instances.json";
    }

    /** The instances of one concept: a 16-bit grey PNG of the photo's upright size, each pixel its instance's label or 0. */
    public String labels(int idx, String concept) {
        return path("masks") + idx + "/" + concept + ".labels.png";
    }

    /** A mask that a user made, as it is used: of the photo's upright size. */
    public String ownMask(int idx, String concept, int version) {
        return own(idx, concept, version) + ".png";
    }

    /** As {@link #labels}, of an own mask. */
    public String ownLabels(int idx, String concept, int version) {
        return own(idx, concept, version) + ".labels.png";
    }

    /** As {@link #instances}, of one own mask. */
    public String ownInstances(int idx, String concept, int version) {
        return own(idx, concept, version) + ".instances.json";
    }

    /** The version of the own mask that lies at {@code key}; empty when that is none of this photo and concept. */
    public OptionalInt ownVersion(int idx, String concept, String key) {
        var parts = OWN_MASK.matcher(key);
        if (!parts.matches()) {
            return OptionalInt.empty();
        }
        int version = Integer.parseInt(parts.group(1));
        return ownMask(idx, concept, version).equals(key) ? OptionalInt.of(version) : OptionalInt.empty();
    }

    /** Where the client puts an own mask. */
    public String maskUpload(int idx, String concept) {
        return path("uploads") + "masks/" + idx + "/" + concept;
    }

    /** Where the masks lie of the photo whose copy is at {@code key}; empty when that is not the place of one. */
    public static Optional<String> masksOf(String key) {
        var parts = INPUT.matcher(key);
        return parts.matches() ? Optional.of("masks/" + parts.group(1) + "/") : Optional.empty();
    }

    /** All masks of photo {@code idx} begin with this. */
    public String masks(int idx) {
        return path("masks") + idx + "/";
    }

    private String own(int idx, String concept, int version) {
        return path("masks") + idx + "/" + concept + ".v" + version;
    }

    /** The delivered picture. */
    public String output(String variant, int idx, String extension) {
        return path("outputs") + variant + "/" + idx + "." + extension;
    }

    /** A small JPEG of the delivered picture. */
    public String preview(String variant, int idx) {
        return path("previews") + variant + "/" + idx + ".jpg";
    }

    /**
     * What a rule would make of a photo, for somebody who looks at it; kept for an hour at most.
     *
     * @param hash of everything that decides the picture
     */
    public String livePreview(String hash) {
        return path("previews") + "live/" + hash + ".jpg";
    }

    /** What was done to the picture, with hashes and counts. */
    public String manifest(String variant, int idx) {
        return path("manifests") + variant + "/" + idx + ".json";
    }

    /** A file of a set, by its name with its folder. */
    public String setFile(SetId set, String name) {
        return path("sets") + set.value() + "/" + name;
    }

    /** What a set is composed from; not one of its files. */
    public String setInput(SetId set) {
        return path("sets") + set.value() + ".input.json";
    }

    /** Everything that one job may have in the bucket begins with one of these. */
    public List<String> prefixes() {
        return AREAS.stream().map(this::path).toList();
    }

    /** What is delivered begins with this. */
    public String outputs() {
        return path("outputs");
    }

    /** What the client has put begins with this. */
    public String uploads() {
        return path("uploads");
    }

    private String path(String area) {
        return area + "/" + user.value() + "/" + job.value() + "/";
    }
}
