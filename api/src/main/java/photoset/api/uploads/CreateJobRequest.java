package photoset.api.uploads;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.workflows.JobId;

/**
 * The body of {@code POST /jobs}: a preset and exactly one way to name the photos.
 *
 * @param itemCount that many photos, nothing known about them
 * @param items what is known about each photo
 * @param sourceJobId the photos of an own earlier job, without a new upload
 */
public record CreateJobRequest(
        @JsonProperty("preset") @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "interior") @Nullable
        String preset,

        @JsonProperty("item_count") @Nullable Integer itemCount,
        @JsonProperty("items") @Nullable List<@Nullable PhotoDeclaration> items,
        @JsonProperty("source_job_id") @Nullable String sourceJobId) {
    private static final PhotoDeclaration UNKNOWN = new PhotoDeclaration(null, null, null, null);

    /** Which photos a job is about. */
    public sealed interface Album {
        /** New ones, to be uploaded; what was announced about each, in order. */
        record Announced(List<PhotoDeclaration> photos) implements Album {}

        /** Those of another job. */
        record Copied(JobId source) implements Album {}
    }

    /**
     * The album.
     *
     * @param photosMax no plan allows more; what is beyond is counted but not looked at
     * @throws ApiException {@link Problem#VALIDATION_FAILED} naming every broken field, {@link Problem#ITEM_LIMIT}
     */
    public Album checked(int photosMax) {
        List<Detail> broken = new ArrayList<>();
        if (preset == null || preset.isBlank()) {
            broken.add(Detail.field("preset", "must be the id of a preset (GET /presets)"));
        }
        if (Stream.of(itemCount, items, sourceJobId).filter(Objects::nonNull).count() != 1) {
            broken.add(Detail.field("items", "give exactly one of item_count, items, source_job_id"));
        }
        @Nullable Album album = album(photosMax, broken);
        if (album == null || !broken.isEmpty()) {
            throw ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken);
        }
        return album;
    }

    private @Nullable Album album(int photosMax, List<Detail> broken) {
        if (sourceJobId != null) {
            return copied(sourceJobId, broken);
        }
        if (items == null && itemCount == null) {
            return null;
        }
        int count = items != null ? items.size() : itemCount == null ? 0 : itemCount;
        if (count < 1) {
            broken.add(Detail.field(items != null ? "items" : "item_count", "must be at least 1 photo"));
            return null;
        }
        refuseAbove(photosMax, count);
        return new Album.Announced(items == null ? Collections.nCopies(count, UNKNOWN) : announced(items, broken));
    }

    /** Refuses an album that the plan does not allow, and says what it allows. */
    public static void refuseAbove(int photosMax, int count) {
        if (count > photosMax) {
            throw ApiException.because(
                    Problem.ITEM_LIMIT,
                    "The plan allows %d photos in one job, not %d.".formatted(photosMax, count),
                    List.of(Detail.field("items", "must be at most " + photosMax + " photos")));
        }
    }

    private static @Nullable Album copied(String source, List<Detail> broken) {
        var job = JobId.of(source);
        if (job.isEmpty()) {
            broken.add(Detail.field("source_job_id", "must be the id of a job"));
            return null;
        }
        return new Album.Copied(job.get());
    }

    private static List<PhotoDeclaration> announced(List<@Nullable PhotoDeclaration> items, List<Detail> broken) {
        List<PhotoDeclaration> photos = new ArrayList<>();
        for (int idx = 0; idx < items.size(); idx++) {
            @Nullable PhotoDeclaration photo = items.get(idx);
            if (photo == null) {
                broken.add(Detail.field("items[" + idx + "]", "must be an object with content_type and size"));
            } else {
                photo.check("items[" + idx + "]", broken);
                photos.add(photo);
            }
        }
        return photos;
    }
}
