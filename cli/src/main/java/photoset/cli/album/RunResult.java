package photoset.cli.album;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a run went.
 *
 * @param job its id
 * @param delivered how many of the photos have a result
 * @param paid credits for what was delivered
 * @param refunded credits that were held and given back
 * @param folder where everything is
 * @param set where the set is; absent when none was wanted, or nothing was delivered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunResult(
        @JsonProperty("job") String job,
        @JsonProperty("photos") int photos,
        @JsonProperty("delivered") int delivered,
        @JsonProperty("paid") int paid,
        @JsonProperty("refunded") int refunded,
        @JsonProperty("folder") String folder,
        @JsonProperty("set") @Nullable String set) {
    /** Whether every photo has a result. */
    public boolean isWhole() {
        return delivered == photos;
    }

    /** For people. */
    public String words() {
        var sentence = "%d of %d photos. Credits: %d paid, %d given back.%nEverything is in %s"
                .formatted(delivered, photos, paid, refunded, folder);
        return set == null ? sentence : "%s%nThe set is in %s".formatted(sentence, set);
    }
}
