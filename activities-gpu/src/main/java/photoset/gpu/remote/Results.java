package photoset.gpu.remote;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.imaging.png.GreyPngCheck;
import photoset.objects.ObjectStore;
import photoset.objects.ObjectTooLarge;
import photoset.workflows.ObjectKeys;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider has put into the bucket. Its instances come last, so that they say that the masks are there. All calls
 * throw {@link photoset.objects.StoreUnavailable} when the store does not answer.
 */
final class Results {
    /** A thousand instances with their run-length encodings; more is no answer about one photo. */
    private static final int INSTANCES_BYTES_MAX = 16 << 20;

    private final ObjectStore store;
    private final String model;

    /** Names {@code model} in what it finds. */
    Results(ObjectStore store, String model) {
        this.store = store;
        this.model = model;
    }

    private record Found(
            @JsonProperty("concept") @Nullable String concept,
            @JsonProperty("score") @Nullable Double score,
            @JsonProperty("area") @Nullable Long area) {}

    /** Removes the sign of being finished that an earlier run of the same job may have left. */
    void clear(SegmentationTask task) {
        if (areAnnounced(task)) {
            store.delete(instancesKey(task));
        }
    }

    /** Whether the instances are there. */
    boolean areAnnounced(SegmentationTask task) {
        return store.size(instancesKey(task)).isPresent();
    }

    /**
     * The same that the callback would have led to; empty unless the instances are valid and every mask is a whole PNG of
     * the photo's size.
     */
    Optional<SegmentedPhoto> complete(SegmentationTask task) {
        var findings = findings(task);
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        var keys = new ObjectKeys(task.user(), task.job());
        List<MaskRef> masks = new ArrayList<>();
        for (Concept concept : task.concepts()) {
            var key = keys.mask(task.photo().idx(), concept.id());
            if (!isMask(key, task)) {
                return Optional.empty();
            }
            masks.add(MaskRef.of(concept.id(), key, findings.get()));
        }
        return Optional.of(new SegmentedPhoto(model, masks));
    }

    private Optional<List<MaskRef.Finding>> findings(SegmentationTask task) {
        try {
            var json = store.find(instancesKey(task), INSTANCES_BYTES_MAX);
            if (json.isEmpty()) {
                return Optional.empty();
            }
            @Nullable Found @Nullable [] found = JsonMapper.shared().readValue(json.get(), Found[].class);
            if (found == null) {
                return Optional.empty();
            }
            List<MaskRef.Finding> findings = new ArrayList<>();
            for (@Nullable Found one : found) {
                findings.add(checked(one, task));
            }
            return Optional.of(findings);
        } catch (JacksonException | IllegalArgumentException | ObjectTooLarge nonsense) {
            return Optional.empty();
        }
    }

    private static MaskRef.Finding checked(@Nullable Found one, SegmentationTask task) {
        if (one == null || one.concept() == null || one.score() == null || one.area() == null) {
            throw new IllegalArgumentException("something is missing");
        }
        boolean valid = one.score() >= 0
                && one.score() <= 1
                && one.area() >= 0
                && one.area() <= PhotoLimits.PIXELS_MAX
                && task.concepts().stream().map(Concept::id).anyMatch(one.concept()::equals);
        if (!valid) {
            throw new IllegalArgumentException("no instance of this order");
        }
        return new MaskRef.Finding(one.concept(), one.score(), one.area());
    }

    private boolean isMask(String key, SegmentationTask task) {
        var found = store.open(key);
        if (found.isEmpty()) {
            return false;
        }
        try (var in = found.get()) {
            return GreyPngCheck.fits(in, task.photo().width(), task.photo().height());
        } catch (IOException broken) {
            // The store's, not the picture's: the next look tells.
            return false;
        }
    }

    private static String instancesKey(SegmentationTask task) {
        return new ObjectKeys(task.user(), task.job()).instances(task.photo().idx());
    }
}
