package photoset.api.instances;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which instances are asked for.
 *
 * @param idx of one photo
 * @param concept one
 * @param limit instances of a page
 * @param cursor where the page begins
 */
record InstancePageRequest(
        @Schema(minimum = "0", maximum = "" + IDX_MAX) @Nullable
        Integer idx,

        @Schema(minLength = 1, maxLength = CONCEPT_CHARS_MAX) @Nullable
        String concept,

        @Schema(minimum = "1", maximum = "" + PAGE_MAX, defaultValue = "" + PAGE_DEFAULT) @Nullable
        Integer limit,

        @Schema(pattern = InstanceCursor.PATTERN) @Nullable String cursor) {
    /** Ids are told apart up to here; the largest plan has fewer photos. */
    static final int IDX_MAX = 99_999;

    static final int PAGE_MAX = 100;
    static final int PAGE_DEFAULT = 50;

    /** The longest name of a concept. */
    static final int CONCEPT_CHARS_MAX = 64;

    int limitOrDefault() {
        return limit == null ? PAGE_DEFAULT : limit;
    }
}
