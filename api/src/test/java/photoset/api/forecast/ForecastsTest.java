package photoset.api.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static photoset.api.jobstore.Steps.album;
import static photoset.api.jobstore.Steps.delivered;
import static photoset.api.jobstore.Steps.rule;
import static photoset.api.jobstore.Steps.start;
import static photoset.api.jobstore.Steps.variants;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import photoset.api.Records;
import photoset.workflows.JobId;
import photoset.workflows.jobstore.ExecutionRecord;
import photoset.workflows.plan.Plan;

class ForecastsTest {
    @AutoClose
    private final Records records = new Records();

    private final Forecasts forecasts = new Forecasts(records.sql);

    @Test
    void photosThatEndedSayHowLongTheNextOnesTake() {
        var first = queued("a", Plan.FREE, 4, 1);
        assertThat(forecast(first)).isEqualTo(new Forecast(1, null));
        assertThat(quote(4, 1, true).seconds()).isNull();
        records.jobStore.recordStart(start(first, 0, 1));
        records.jobStore.recordItemEnd(delivered(first, 0, 2));

        // Two seconds and one, of two photos side by side.
        assertThat(records.line("select stage, seconds from stage_times order by stage"))
                .isEqualTo("rendering 0.5, segmentation 1.0");
        assertThat(quote(4, 3, true)).isEqualTo(new Quote(4, 3, 12, (long) Math.ceil(4 * 1 + 12 * .5 + 3 * 1.5)));
        assertThat(quote(4, 0, true).seconds()).isEqualTo((long) Math.ceil(4 + 3 * 1.5));
        assertThat(quote(4, 1, false).seconds()).isEqualTo((long) Math.ceil(4 * .5 + 3 * 1.5));
    }

    @Test
    void whoAsksAgainWithinASecondGetsTheSameUntilSomethingHappens() {
        var now = new AtomicLong();
        var remembering = new Forecasts(records.sql, now::get);
        var late = queued("g", Plan.FREE, 4, 1);
        assertThat(remembering.of(late, 1).block()).isEqualTo(new Forecast(1, null));
        queued("h", Plan.PRO, 4, 1);

        assertThat(remembering.of(late, 1).block()).isEqualTo(new Forecast(1, null));
        assertThat(remembering.of(late, 2).block()).isEqualTo(new Forecast(2, null));
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(remembering.of(late, 1).block()).isEqualTo(new Forecast(2, null));
    }

    @Test
    void aRunningJobGoesOnAtItsOwnPace() {
        var job = queued("b", Plan.FREE, 6, 1);
        records.jobStore.recordStart(start(job, 0, 1));
        records.run("update job_items set began_at = now() - interval '10 seconds' where status = 'running'");
        records.jobStore.recordItemEnd(delivered(job, 0, 2));
        records.run("update job_items set began_at = now() - interval '5 seconds' where status = 'running'");

        // Two of 10 s end in 5 s, the other three are laid behind them.
        assertThat(forecast(job).etaSeconds()).isBetween(24L, 26L);
    }

    @Test
    void thePlanAndTheTimeOfTheRuleSayWhoGoesFirst() {
        var early = queued("c", Plan.FREE, 10, 1);
        var late = queued("d", Plan.FREE, 4, 1);
        var pro = queued("e", Plan.PRO, 8, 2);
        records.run("insert into stage_times values ('segmentation', 1), ('rendering', 1)");

        assertThat(forecast(pro)).isEqualTo(new Forecast(1, 8L + 16));
        // Of the other free job as much goes before as it has itself.
        assertThat(forecast(early)).isEqualTo(new Forecast(2, 24L + 8 + 20));
        assertThat(forecast(late)).isEqualTo(new Forecast(3, 24L + 8 + 8));
    }

    @Test
    void onlyJobsAtWorkHaveOne() {
        var user = records.user("f", Plan.FREE, 10);
        var job = records.job(user, "waits", 2);
        assertThat(forecasts.of(job).block()).isNull();
    }

    private JobId queued(String name, Plan plan, int photos, int pictures) {
        var job = records.job(records.user("user_" + name, plan, 30), "job_" + name, photos);
        records.jobStore.recordUpload(album(job, photos));
        ExecutionRecord execution = pictures == 1 ? rule(job) : variants(job, pictures);
        records.jobStore.recordExecution(execution);
        return job;
    }

    private Forecast forecast(JobId job) {
        return forecasts.of(job).blockOptional().orElseThrow();
    }

    private Quote quote(int items, int variants, boolean segments) {
        return forecasts
                .quote(Plan.FREE, items, variants, segments)
                .blockOptional()
                .orElseThrow();
    }
}
