package photoset.api.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a call would make of a job.
 *
 * @param items photos that it works on
 * @param variants pictures of each; 0 for a segment call
 * @param credits of all pictures, those that are held already included
 * @param seconds until all is done, behind the jobs that are at work now; absent until this installation has done some
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Quote(
        @JsonProperty("items") int items,
        @JsonProperty("variants") int variants,
        @JsonProperty("credits") int credits,
        @JsonProperty("seconds") @Nullable Long seconds) {}
