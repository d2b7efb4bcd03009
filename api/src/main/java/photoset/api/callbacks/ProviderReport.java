package photoset.api.callbacks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.segmentation.MaskRef.Finding;

/**
 * What a provider reports about one photo, after it has put the masks to their links.
 *
 * @param idempotencyKey the order's {@code idempotency_prefix} (an activity's id, a dot and its photo's idx), a colon, and
 *     anything that is the same on a repetition
 * @param outputKey allowed, not used: pixels are painted here
 * @param previewKey allowed, not used
 */
record ProviderReport(
        @JsonProperty("idx") @Nullable Integer idx,
        @JsonProperty("status") @Nullable Status status,
        @JsonProperty("instances") @Nullable List<@Nullable Found> instances,
        @JsonProperty("error") @Nullable Fault error,
        @JsonProperty("output_key") @Nullable String outputKey,
        @JsonProperty("preview_key") @Nullable String previewKey,
        @JsonProperty("idempotency_key") @Nullable String idempotencyKey) {
    /** An activity's id, a dot, a photo's idx, a colon and a word. */
    static final String KEY_PATTERN = "^([A-Za-z0-9_-]{1,64})\\.([0-9]{1,6}):[\\x21-\\x7e]{1,128}$";

    /** A photo has dozens; more are no instances but noise. */
    static final int INSTANCES_MAX = 1000;

    /** x, y, width and height. */
    static final int BOX_NUMBERS = 4;

    /** Far outside the longest side of a photo, in pixels, on either side: no box lies there. */
    static final double BOX_PX_MAX = 2.0 * PhotoLimits.SIDE_PX_MAX;

    /** Longer than any name that somebody would give to an instance. */
    static final int INSTANCE_ID_CHARS_MAX = 128;

    /** No object has a longer key. */
    static final int OBJECT_KEY_CHARS_MAX = 1024;

    private static final Pattern KEY = Pattern.compile(KEY_PATTERN);

    /** How it went. */
    enum Status {
        DONE,
        FAILED;

        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One instance.
     *
     * @param box x, y, width, height in pixels of the upright photo
     * @param area in pixels
     */
    record Found(
            @JsonProperty("concept") @Nullable String concept,
            @JsonProperty("instance_id") @Nullable String instanceId,
            @JsonProperty("score") @Nullable Double score,
            @JsonProperty("box") @Nullable List<@Nullable Double> box,
            @JsonProperty("area") @Nullable Long area) {
        private void check(String place, List<Detail> broken, List<Finding> found) {
            int before = broken.size();
            if (concept == null || concept.isBlank()) {
                broken.add(Detail.field(place + ".concept", "must be a concept of the order"));
            }
            if (score == null || !(score >= 0 && score <= 1)) {
                broken.add(Detail.field(place + ".score", "must be a number from 0 to 1"));
            }
            if (area == null || area < 0 || area > PhotoLimits.PIXELS_MAX) {
                broken.add(Detail.field(place + ".area", "must be a number of pixels, none of more than a photo has"));
            }
            if (box != null && !isBox(box)) {
                broken.add(Detail.field(place + ".box", "must be [x, y, width, height] in pixels"));
            }
            refuseLong(place + ".instance_id", instanceId, INSTANCE_ID_CHARS_MAX, broken);
            if (broken.size() == before && concept != null && score != null && area != null) {
                found.add(new Finding(concept, score, area));
            }
        }
    }

    private static boolean isBox(List<@Nullable Double> box) {
        return box.size() == BOX_NUMBERS
                && box.stream().allMatch(number -> number != null && Math.abs(number) <= BOX_PX_MAX);
    }

    private static void refuseLong(String field, @Nullable String text, int charsMax, List<Detail> broken) {
        if (text != null && text.codePointCount(0, text.length()) > charsMax) {
            broken.add(Detail.field(field, "must have at most " + charsMax + " characters"));
        }
    }

    /** Why the provider failed. */
    @Schema(name = "ProviderFault")
    record Fault(
            @JsonProperty("code") @Nullable String code,
            @JsonProperty("message") @Nullable String message) {}

    /** A report in which nothing is missing. */
    record Checked(
            int idx, List<Finding> instances, @Nullable Fault error, String activityId, String idempotencyKey) {
        /** Refuses with {@link Problem#VALIDATION_FAILED} what names a concept that nobody ordered. */
        void demandConcepts(Set<String> ordered) {
            List<Detail> broken = new ArrayList<>();
            for (int i = 0; i < instances.size(); i++) {
                if (!ordered.contains(instances.get(i).concept())) {
                    broken.add(Detail.field("instances[" + i + "].concept", "must be a concept of the order"));
                }
            }
            if (!broken.isEmpty()) {
                throw refused(broken);
            }
        }
    }

    private static ApiException refused(List<Detail> broken) {
        return ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken);
    }

    /** Refuses with {@link Problem#VALIDATION_FAILED} naming every broken field. */
    Checked checked() {
        List<Detail> broken = new ArrayList<>();
        if (idx == null || idx < 0) {
            broken.add(Detail.field("idx", "must be the idx of the order"));
        }
        var key = KEY.matcher(Objects.requireNonNullElse(idempotencyKey, ""));
        if (!key.matches()) {
            broken.add(Detail.field("idempotency_key", "must be the order's idempotency_prefix, a colon and a word"));
        } else if (idx != null && !key.group(2).equals(idx.toString())) {
            broken.add(Detail.field("idempotency_key", "belongs to the order of another photo"));
        }
        if (status == null) {
            broken.add(Detail.field("status", "must be done or failed"));
        }
        if (status == Status.DONE && (instances == null || error != null)) {
            broken.add(Detail.field("instances", "a done photo has instances (maybe none) and no error"));
        }
        if (status == Status.FAILED && (instances != null || error == null)) {
            broken.add(Detail.field("error", "a failed photo has an error and no instances"));
        }
        refuseLong("output_key", outputKey, OBJECT_KEY_CHARS_MAX, broken);
        refuseLong("preview_key", previewKey, OBJECT_KEY_CHARS_MAX, broken);
        if (instances != null && instances.size() > INSTANCES_MAX) {
            broken.add(Detail.field("instances", "must be at most " + INSTANCES_MAX));
        }
        List<Finding> found = found(broken);
        if (!broken.isEmpty() || idx == null || idempotencyKey == null) {
            throw refused(broken);
        }
        return new Checked(idx, found, error, key.group(1), idempotencyKey);
    }

    private List<Finding> found(List<Detail> broken) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; instances != null && i < instances.size(); i++) {
            @Nullable Found one = instances.get(i);
            if (one == null) {
                broken.add(Detail.field("instances[" + i + "]", "must be an object"));
            } else {
                one.check("instances[" + i + "]", broken, found);
            }
        }
        return found;
    }
}
