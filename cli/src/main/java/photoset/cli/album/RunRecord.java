package photoset.cli.album;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run leaves in its folder, so that the same command goes on where it stopped.
 *
 * @param fingerprint of photos, preset and rule
 * @param key that the job is created with: a repeated call is the same call
 * @param job its id; null until an answer named it
 * @param token of the anonymous user that it belongs to, a secret; null when the caller brought one
 */
record RunRecord(
        @JsonProperty("fingerprint") String fingerprint,
        @JsonProperty("key") String key,
        @JsonProperty("job") @Nullable String job,
        @JsonProperty("token") @Nullable String token) {
    static RunRecord begun(String fingerprint, @Nullable String token) {
        return new RunRecord(fingerprint, UUID.randomUUID().toString(), null, token);
    }

    RunRecord with(String id) {
        return new RunRecord(fingerprint, key, id, token);
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "RunRecord[job=" + job + "]";
    }
}
