package photoset.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;

class JobReadTest {
    private static final RunningApi RUNNING = RunningApi.shared();

    private final Api api = RUNNING.pro();

    @Test
    void anUnchangedJobIsNotSentAgain() {
        var job = api.job(1);
        var first = api.get("/jobs/" + job);
        String tag = String.valueOf(first.headers().getETag());
        assertThat(first.headers().getCacheControl()).isEqualTo("private, no-cache");

        var same = api.get("/jobs/" + job, "If-None-Match", tag);
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().getETag()).isEqualTo(tag);

        api.post("/jobs/" + job + "/confirm-upload", null);
        var changed = api.get("/jobs/" + job, "If-None-Match", tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("$.data.job.status")).isEqualTo("uploaded");
        assertThat(changed.headers().getETag()).isNotEqualTo(tag);
    }

    @Test
    void aTagThatNobodyGaveMatchesNothing() {
        var job = api.job(1);
        for (String tag : List.of("*", "\"1-1\"", "W/\"x\"", "\"99999999999999999999-1\"")) {
            assertThat(api.get("/jobs/" + job, "If-None-Match", tag).status())
                    .as(tag)
                    .isEqualTo(200);
        }
    }

    @Test
    void aTagIsReadAsItWasWritten() {
        var version = new JobVersion(7, 12);

        assertThat(JobVersion.parse(version.tag())).isEqualTo(version);
    }

    @Test
    void listsJobsNewestFirstPageByPage() {
        var newest = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            newest.addFirst(api.job(1));
        }
        var seen = new ArrayList<String>();
        @Nullable String next = "/jobs?limit=2";
        while (next != null) {
            var page = api.get(next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            seen.addAll(strings(page.at("$.data[*].job_id")));
            next = link(page);
        }
        assertThat(seen).isEqualTo(newest);
        var first = api.get("/jobs").at("$.data[0]");
        assertThat(first.toString())
                .contains("status=created", "preset=interior", "progress={done=0, failed=0, total=1}");
    }

    @Test
    void refusesAPageThatCannotBe() {
        for (String query : List.of("limit=0", "limit=101", "limit=many", "cursor=%21", "cursor=YWJj")) {
            var refused = api.get("/jobs?" + query);
            assertThat(refused.status() + " " + refused.code()).as(query).isEqualTo("400 VALIDATION_FAILED");
            assertThat(refused.details()).containsKey(query.substring(0, query.indexOf('=')));
        }
    }

    private static @Nullable String link(Api.Answer page) {
        @Nullable String link = page.headers().getFirst("Link");
        return link == null ? null : link.substring(1, link.indexOf('>'));
    }

    private static List<String> strings(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
