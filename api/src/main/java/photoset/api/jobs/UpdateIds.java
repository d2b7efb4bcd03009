package photoset.api.jobs;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import photoset.api.execution.ExecuteRequest;
import photoset.api.execution.SegmentBody;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.FileHash;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names the updates of a job. Temporal gives every call under one id the outcome of the first, so that a call whose answer
 * was lost may be repeated: the id comes from the Idempotency-Key, or else from what is asked. A refusal that the caller
 * can cure is counted in the job's row and makes the next call a new one.
 */
@Component
@InRole(Role.WEB)
class UpdateIds {
    private final JsonMapper json;

    UpdateIds(JsonMapper json) {
        this.json = json;
    }

    String confirm(JobCall call, JobRow row) {
        return id("confirm", call, row.refusals() + "");
    }

    /** By the request as it was sent: a saved rule may change before the call is repeated. */
    String execute(JobCall call, JobRow row, ExecuteRequest request) {
        return id("execute", call, row.refusals() + "-" + hash(json.writeValueAsString(request)));
    }

    /** The runs before it are part of its name: the same concepts may be looked for again. */
    String segment(JobCall call, JobRow row, SegmentBody wanted) {
        return id(
                "segment",
                call,
                row.refusals() + "-" + row.segmentationRuns() + "-" + hash(json.writeValueAsString(wanted)));
    }

    /** Each retry is one of its own, and a refused one may be asked for again: its workflow has ended. */
    String retry(JobCall call, JobRow row) {
        return id("retry", call, (row.retries() + 1) + "");
    }

    String cancel(JobCall call) {
        return id("cancel", call, "");
    }

    /** A key is hashed: it is the caller's and may mean something. */
    private static String id(String update, JobCall call, String otherwise) {
        return call.key()
                .map(key -> update + "-key-" + hash(call.user() + "\n" + key))
                .orElse(update + "-" + otherwise);
    }

    private static String hash(String text) {
        return FileHash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
