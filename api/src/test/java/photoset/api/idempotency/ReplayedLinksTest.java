package photoset.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;

class ReplayedLinksTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final String TWO = """
            {"preset": "interior", "items": [{"content_type": "image/jpeg", "size": 5}, {"content_type": "image/png", "size": 6}]}""";

    private final Api api = RUNNING.free();

    @Test
    void noLinkIsKeptAndEveryReplayHasWorkingOnes() {
        var first = create();
        assertThat(stored()).contains("confirm_url").doesNotContain("X-Amz-", "Signature");

        var second = create();
        assertThat(second.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.text("$.data.job_id")).isEqualTo(first.text("$.data.job_id"));
        assertThat(second.at("$.data.presigned_urls[*].key")).isEqualTo(first.at("$.data.presigned_urls[*].key"));
        assertThat(second.at("$.data.presigned_urls[*].headers"))
                .isEqualTo(first.at("$.data.presigned_urls[*].headers"));
        assertThat(links(second))
                .hasSize(2)
                .allSatisfy(link -> assertThat(link)
                        .contains(first.text("$.data.job_id"), "X-Amz-Signature=")
                        .contains("/photoset/uploads/"));
    }

    @Test
    void aReplayAfterTheUploadHasNoLinksToPutAnythingMore() {
        var created = create();
        api.post("/jobs/" + created.text("$.data.job_id") + "/cancel", null);
        assertThat(create().at("$.data.presigned_urls")).hasToString("[]");

        RUNNING.records.run("delete from jobs where id = '" + created.text("$.data.job_id") + "'");
        var gone = create();
        assertThat(gone.status()).isEqualTo(201);
        assertThat(gone.at("$.data.presigned_urls")).hasToString("[]");
    }

    @Test
    void aQuoteHasNoLinksToMake() {
        var path = "/jobs?dry_run=true";
        var first = api.post(path, TWO, "Idempotency-Key", "k");
        assertThat(api.post(path, TWO, "Idempotency-Key", "k").body()).isEqualTo(first.body());
    }

    private Api.Answer create() {
        var created = api.post("/jobs", TWO, "Idempotency-Key", "k");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created;
    }

    private static List<String> links(Api.Answer created) {
        return JsonPath.read(created.body(), "$.data.presigned_urls[*].url");
    }

    private String stored() {
        return RUNNING.records.line(
                "select convert_from(body, 'UTF8') from idempotency_keys where owner = '" + RunningApi.user(api) + "'");
    }
}
