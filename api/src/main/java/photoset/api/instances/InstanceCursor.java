package photoset.api.instances;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;

/** The last instance of a page; the next page begins after it. */
record InstanceCursor(int idx, String concept, int label) {
    static final String PATTERN = "^([0-9]{1,5})\\.([A-Za-z0-9_]{1,64})\\.([0-9]{1,5})$";

    private static final Pattern TEXT = Pattern.compile(PATTERN);
    private static final InstanceCursor FIRST = new InstanceCursor(-1, "", 0);

    static InstanceCursor of(InstanceView last) {
        return new InstanceCursor(last.idx(), last.concept(), last.label());
    }

    String text() {
        return idx + "." + concept + "." + label;
    }

    static InstanceCursor parse(@Nullable String text) {
        if (text == null) {
            return FIRST;
        }
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED,
                    "The cursor is none that GET /jobs/{id}/instances gave.",
                    List.of(Detail.field("cursor", "must come from a Link header")));
        }
        return new InstanceCursor(Integer.parseInt(parts.group(1)), parts.group(2), Integer.parseInt(parts.group(3)));
    }
}
