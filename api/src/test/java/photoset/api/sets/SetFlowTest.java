package photoset.api.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.api.Api;
import photoset.api.RunningApi;
import photoset.api.language.Language;
import photoset.api.vocabulary.ColorNames;
import photoset.workflows.sets.SetInput;
import photoset.workflows.sets.SetLanguage;
import photoset.workflows.sets.SetLimits;

/** Sets over HTTP. */
class SetFlowTest {
    private static final RunningApi RUNNING = RunningApi.shared();
    private static final String WALL =
            "{\"concepts\": {\"Wall\": {\"action\": \"recolor\", \"value\": \"sage\"}}, \"protect\": []}";

    private final Api api = RUNNING.pro();

    private String done(int photos, String execute) {
        var job = api.uploadedJob(photos);
        var executed = api.post("/jobs/" + job + "/execute", execute);
        assertThat(executed.status()).as(executed.body()).isEqualTo(202);
        api.awaited(job, "done");
        return job;
    }

    private Api.Answer sets(String job, String states) {
        return await().until(
                        () -> api.get("/jobs/" + job + "/sets"),
                        answer -> answer.at("$.data[*].status").toString().equals(states));
    }

    private static SetInput input(String set) {
        return Objects.requireNonNull(RUNNING.workers.composed.get(set));
    }

    @Test
    void aSetIsComposedShownAndTold() {
        var job = done(2, WALL);
        var accepted = api.post("/jobs/" + job + "/sets", """
                {"output_template": "client_card", "title": " Han River 한강 ", "names": {"1": "거실"}}""");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        assertThat(accepted.text("$.data.status")).isEqualTo("queued");
        var id = accepted.text("$.data.set_id");

        var sets = sets(job, "[\"done\"]");
        assertThat(sets.text("$.data[0].set_id")).isEqualTo(id);
        assertThat(sets.text("$.data[0].output_template")).isEqualTo("client_card");
        assertThat(sets.text("$.data[0].title")).isEqualTo("Han River 한강");
        assertThat(sets.at("$.data[0].progress")).isEqualTo(100);
        assertThat(sets.text("$.data[0].zip_url")).contains("/sets/", id + "/client_card.zip?");
        assertThat(sets.at("$.data[0].files[*].name")).hasToString("[\"client_card.pdf\",\"boards\\/01.jpg\"]");
        assertThat(sets.at("$.data[0].files[1].width")).isEqualTo(300);
        assertThat(sets.text("$.data[0].expires_at"))
                .isEqualTo(api.get("/jobs/" + job).text("$.data.job.expires_at"));
        assertThat(RUNNING.records.line("select string_agg(payload ->> 'status' || ' ' || (payload ->> 'progress'), ','"
                        + " order by seq) from job_events where type = 'set' and job_id = '" + job + "'"))
                .isEqualTo("queued 0,running 0,running 40,done 100");

        var input = input(id);
        assertThat(input.watermarked()).isFalse();
        assertThat(input.photos().get(1).name()).isEqualTo("거실");
        assertThat(input.photos().get(0).results()).hasSize(1);
        assertThat(input.photos().get(0).masks()).containsKey("Wall");
        assertThat(input.photos().get(0).link()).isNull();
        assertThat(input.designs().getFirst().palette().getFirst().concept()).isEqualTo("Wall");
        assertThat(input.designs().getFirst().palette().getFirst().name()).isNotEqualTo("sage");
    }

    @Test
    void aColorWithoutANameIsCalledByTheNearestOne() {
        var names = new ColorNames();
        assertThat(names.nearest("#fefefe", Language.EN)).isEqualTo("White");
        assertThat(names.nearest("#a03030", Language.KO)).isNotBlank().doesNotContain("#");
    }

    @Test
    void theSetThatAJobIsExecutedForIsComposedByItself() {
        var free = RUNNING.free();
        var job = free.uploadedJob(1);
        free.post(
                "/jobs/" + job + "/execute", WALL.replace("{\"conc", "{\"output_template\": \"before_after\", \"conc"));
        free.awaited(job, "done");

        var first = free.get("/jobs/" + job + "/sets");
        assertThat(first.at("$.data[*].output_template")).hasToString("[\"before_after\"]");
        await().until(() ->
                free.get("/jobs/" + job + "/sets").text("$.data[0].status").equals("done"));
        assertThat(input(first.text("$.data[0].set_id")).watermarked()).isTrue();
    }

    @Test
    void theSameSetAskedForTwiceIsComposedOnce() {
        var job = done(1, WALL);
        var body = "{\"output_template\": \"before_after\"}";
        var first = api.post("/jobs/" + job + "/sets", body);
        sets(job, "[\"done\"]");
        var second = api.post("/jobs/" + job + "/sets", body);

        assertThat(second.text("$.data.set_id")).isEqualTo(first.text("$.data.set_id"));
        assertThat(second.text("$.data.status")).isEqualTo("done");
        var korean = api.post("/jobs/" + job + "/sets", body, "Accept-Language", "ko");
        assertThat(korean.text("$.data.set_id")).isNotEqualTo(first.text("$.data.set_id"));
        sets(job, "[\"done\",\"done\"]");
        assertThat(input(korean.text("$.data.set_id")).language()).isEqualTo(SetLanguage.KO);
    }

    @Test
    void aSetThatFailedSaysWhyAndIsComposedWhenAskedForAgain() {
        var job = done(1, WALL);
        RUNNING.workers.uncomposable.add(job);
        var body = "{\"output_template\": \"before_after\"}";
        api.post("/jobs/" + job + "/sets", body);
        var failed = sets(job, "[\"failed\"]");
        assertThat(failed.at("$.data[0].error")).hasToString("{code=SET_REFUSED, message=The photos are too wide.}");
        assertThat(failed.body()).doesNotContain("zip_url");

        RUNNING.workers.uncomposable.remove(job);
        api.post("/jobs/" + job + "/sets", body);
        sets(job, "[\"failed\",\"done\"]");
    }

    @Test
    void aPrintedLinkLeadsToTheOriginalAsLongAsTheSetIsKept() {
        var job = done(1, WALL);
        var id = api.post("/jobs/" + job + "/sets", """
                        {"output_template": "disclosure", "label": "Virtually staged"}""").text("$.data.set_id");
        sets(job, "[\"done\"]");
        var link = Objects.requireNonNull(input(id).photos().getFirst().link());
        assertThat(link).matches("http://127.0.0.1:\\d+/originals/[0-9a-f]{32}/0");
        assertThat(input(id).label()).isEqualTo("Virtually staged");

        var path = link.substring(link.indexOf("/originals"));
        var stranger = RUNNING.stranger().get(path);
        assertThat(stranger.status()).as(stranger.body()).isEqualTo(302);
        assertThat(stranger.headers().getLocation())
                .hasToString(stranger.headers().getFirst("Location"));
        assertThat(stranger.headers().getFirst("Location")).contains("/inputs/", "/" + job + "/0.view.jpg?");
        assertThat(RUNNING.stranger().get(path.replaceFirst("0$", "1")).status())
                .isEqualTo(404);
        assertThat(RUNNING.stranger().get("/originals/" + "0".repeat(32) + "/0").status())
                .isEqualTo(404);

        api.delete("/jobs/" + job);
        assertThat(RUNNING.stranger().get(path).status()).isEqualTo(404);
        assertThat(api.get("/jobs/" + job + "/sets").at("$.data")).hasToString("[]");
    }

    @Test
    void aDeletedJobHasNoSetWhateverItsWorkerDoes() {
        var job = done(1, WALL);
        var gate = new CountDownLatch(1);
        RUNNING.workers.slowSets.put(job, gate);
        api.post("/jobs/" + job + "/sets", "{\"output_template\": \"before_after\"}");
        sets(job, "[\"running\"]");
        api.delete("/jobs/" + job);
        gate.countDown();

        await().until(() -> RUNNING.records
                .line("select status || ' ' || error_code from job_sets where job_id = '" + job + "'")
                .equals("failed PICTURES_GONE"));
        var refused = api.post("/jobs/" + job + "/sets", "{\"output_template\": \"before_after\"}");
        assertThat(refused.status() + " " + refused.code()).isEqualTo("409 INVALID_TRANSITION");
        assertThat(refused.text("$.error.message")).contains("not kept any more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {} | output_template
        {"output_template": "poster"} | output_template
        {"output_template": "thumbnails"} | output_template
        {"output_template": "before_after", "title": "  "} | title
        {"output_template": "before_after", "label": "staged"} | label
        {"output_template": "disclosure", "names": {"1": "x"}} | names.1
        {"output_template": "disclosure", "names": {"first": "x"}} | names.first
        {"output_template": "disclosure", "names": {"0": null}} | names.0
        """)
    void aWrongFieldIsNamed(String body, String field) {
        var job = api.uploadedJob(1);
        var refused = api.post("/jobs/" + job + "/sets", body);
        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.at("$.error.details[*].field")).hasToString("[\"" + field + "\"]");
    }

    @Test
    void whatCannotBeComposedIsRefusedWithWhatToDo() {
        var body = "{\"output_template\": \"before_after\"}";
        var waiting = api.uploadedJob(1);
        assertThat(api.post("/jobs/" + waiting + "/sets", body).body())
                .contains("INVALID_TRANSITION", "wait until the job is done");
        api.post("/jobs/" + waiting + "/cancel", null);
        assertThat(api.post("/jobs/" + waiting + "/sets", body).body())
                .contains("INVALID_TRANSITION", "No picture of the job was delivered");
        var job = done(1, WALL);
        assertThat(api.post("/jobs/" + job + "/sets", "{\"output_template\": \"design_pack\"}")
                        .body())
                .contains("INVALID_TRANSITION", "two or three variants", "before_after");
        var other = RUNNING.pro();
        assertThat(other.post("/jobs/" + job + "/sets", body).code()).isEqualTo("JOB_NOT_FOUND");
        assertThat(other.get("/jobs/" + job + "/sets").code()).isEqualTo("JOB_NOT_FOUND");
        var single = api.uploadedJob(1);
        var early = api.post(
                "/jobs/" + single + "/execute",
                WALL.replace("{\"conc", "{\"output_template\": \"design_pack\", \"conc"));
        assertThat(early.status() + " " + early.at("$.error.details[*].field")).isEqualTo("400 [\"output_template\"]");
    }

    @Test
    void setsOfAJobAndAtTheSameTimeAreBounded() {
        var job = done(1, WALL);
        var gate = new CountDownLatch(1);
        RUNNING.workers.slowSets.put(job, gate);
        for (int i = 0; i < SetLimits.OPEN_PER_USER_MAX; i++) {
            var taken = api.post("/jobs/" + job + "/sets", titled("set " + i));
            assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        }
        var refused = api.post("/jobs/" + job + "/sets", titled("one more"));
        assertThat(refused.status() + " " + refused.code()).isEqualTo("429 CONCURRENCY_LIMIT");
        assertThat(refused.headers().getFirst("Retry-After")).isNotNull();
        gate.countDown();
        sets(job, "[\"done\",\"done\",\"done\"]");

        RUNNING.records.run(
                "insert into job_sets (id, job_id, output_template, language, link_base, fingerprint, status)"
                        + " select 'set_filler' || n || '" + job + "', '" + job
                        + "', 'before_after', 'en', '', 'x', 'failed'"
                        + " from generate_series(4, " + SetLimits.PER_JOB_MAX + ") n");
        assertThat(api.post("/jobs/" + job + "/sets", titled("too many")).body())
                .contains("INVALID_TRANSITION", "GET /jobs/{id}/sets");
    }

    private static String titled(String title) {
        return "{\"output_template\": \"before_after\", \"title\": \"" + title + "\"}";
    }

    @Test
    void aKeyIsAnsweredTheSameWay() {
        var job = done(1, WALL);
        var first = api.post("/jobs/" + job + "/sets", titled("keyed"), "Idempotency-Key", "set-1");
        var second = api.post("/jobs/" + job + "/sets", titled("keyed"), "Idempotency-Key", "set-1");
        assertThat(second.at("$.data")).isEqualTo(first.at("$.data"));
        assertThat(second.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }
}
