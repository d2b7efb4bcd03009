package photoset.workflows.sets;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a set is composed from, a file in the store.
 *
 * @param title the template's own if it is empty
 * @param date of the order
 * @param watermarked whether results carry the mark of the free plan
 * @param label what the altered picture of a disclosure is called; null for the usual words
 * @param designs in the order of the job's variants
 * @param photos of the job, by idx
 */
public record SetInput(
        SetTemplate template,
        String title,
        LocalDate date,
        SetLanguage language,
        boolean watermarked,
        @Nullable String label,
        List<Design> designs,
        List<Photo> photos) {
    /**
     * One variant.
     *
     * @param name what its owner calls it; may be empty
     */
    public record Design(String variant, String name, List<Color> palette) {}

    /**
     * What a variant put where.
     *
     * @param concept in the language of the set
     * @param hex {@code #rrggbb}
     */
    public record Color(String concept, String name, String hex) {}

    /**
     * One photo.
     *
     * @param name what its owner calls it; may be empty
     * @param input key of the photo as uploaded; null if it was never accepted
     * @param results in the order of the variants; empty if it was not delivered
     * @param masks keys of the masks that there may be, by concept
     * @param link where anybody can see the photo as it was; null if it is not printed
     * @param failure why it was not delivered, a sentence for people; null if it was
     */
    public record Photo(
            int idx,
            String name,
            @Nullable String input,
            List<Result> results,
            Map<String, String> masks,
            @Nullable String link,
            @Nullable String failure) {}

    /** Keys of a delivered picture and of what was done to it. */
    public record Result(String variant, String output, String manifest) {}
}
