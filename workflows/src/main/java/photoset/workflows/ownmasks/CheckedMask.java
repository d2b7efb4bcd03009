package photoset.workflows.ownmasks;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What became of an uploaded mask. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "check")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CheckedMask.Fit.class, name = "fit"),
    @JsonSubTypes.Type(value = CheckedMask.Unfit.class, name = "unfit")
})
public sealed interface CheckedMask {
    /**
     * It lies in the store as it is used.
     *
     * @param area pixels that are covered
     * @param parts all of a surface, every connected part of a countable thing; the largest first
     */
    record Fit(long area, List<MaskPart> parts) implements CheckedMask {}

    /** It cannot be used; {@code reason} is a sentence that says what to do. */
    record Unfit(String reason) implements CheckedMask {}
}
