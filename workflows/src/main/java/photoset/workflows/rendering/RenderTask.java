package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.SegmentedPhoto;

/**
 * The order to apply a rule to one photo.
 *
 * @param look what to paint, protect and write
 * @param found the masks of every concept that {@code look} names
 * @param albumWhite the white point of the whole album, {@code #rrggbb}; null if it is not known
 */
public record RenderTask(
        UserId user,
        JobId job,
        PhotoRef photo,
        Look look,
        SegmentedPhoto found,
        @Nullable String albumWhite) {
    /** A photo for itself. */
    public RenderTask(UserId user, JobId job, PhotoRef photo, Look look, SegmentedPhoto found) {
        this(user, job, photo, look, found, null);
    }

    /**
     * The rule of a job, ready for the renderer.
     *
     * @param variant the design variant's letter, part of the keys
     * @param treatments in order; where two claim a pixel the later wins
     * @param protect concept ids that win over every treatment
     * @param format the file format of the result
     * @param watermarked whether the treated area carries the watermark
     * @param edges how the masks' edges are made
     * @param keepProfile whether the result is in the photo's own RGB space and carries its profile
     */
    public record Look(
            String variant,
            @JsonAlias("paints") List<ResolvedAction> treatments,
            List<String> protect,
            OutputFormat format,
            boolean watermarked,
            @Nullable EdgeMode edges,
            boolean keepProfile) {
        /** Fills in what older tasks lack. */
        public Look {
            edges = Objects.requireNonNullElse(edges, EdgeMode.REFINED);
        }

        @Override
        public EdgeMode edges() {
            return Objects.requireNonNull(edges);
        }

        /** Every concept whose mask is needed. */
        public Set<String> named() {
            Set<String> named = new TreeSet<>(protect);
            treatments.forEach(treatment -> named.add(treatment.concept()));
            return named;
        }
    }
}
