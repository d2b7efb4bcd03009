package photoset.api.instances;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;

/**
 * Which instances are asked for.
 *
 * @param idx of one photo, or null for all
 * @param concept one, or null for all
 * @param limit instances of a page
 * @param cursor where the page begins
 * @param rle whether their pixels are asked for too
 */
record InstancePageRequest(
        @Nullable Integer idx, @Nullable String concept, int limit, InstanceCursor cursor, boolean rle) {
    /** Ids are told apart up to here; the largest plan has fewer photos. */
    static final int IDX_MAX = 99_999;

    static final int PAGE_MAX = 100;
    static final int PAGE_DEFAULT = 50;

    /** The longest name of a concept. */
    static final int CONCEPT_CHARS_MAX = 64;

    /** Reads the query; refuses with {@link Problem#VALIDATION_FAILED} naming every broken field. */
    static InstancePageRequest of(MultiValueMap<String, String> query) {
        List<Detail> broken = new ArrayList<>();
        @Nullable String concept = query.getFirst("concept");
        if (concept != null && (concept.isEmpty() || concept.length() > CONCEPT_CHARS_MAX)) {
            broken.add(Detail.field("concept", "must be the id of a concept, such as Window"));
        }
        @Nullable Integer idx = number("idx", query.getFirst("idx"), 0, IDX_MAX, broken);
        @Nullable Integer limit = number("limit", query.getFirst("limit"), 1, PAGE_MAX, broken);
        @Nullable String rle = query.getFirst("rle");
        if (rle != null && !rle.equals("true") && !rle.equals("false")) {
            broken.add(Detail.field("rle", "must be true or false"));
        }
        if (!broken.isEmpty()) {
            throw ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken);
        }
        return new InstancePageRequest(
                idx,
                concept,
                limit == null ? PAGE_DEFAULT : limit,
                InstanceCursor.parse(query.getFirst("cursor")),
                !"false".equals(rle));
    }

    private static @Nullable Integer number(
            String field, @Nullable String text, int min, int max, List<Detail> broken) {
        if (text == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        broken.add(Detail.field(field, "must be a whole number, " + min + " to " + max));
        return null;
    }
}
