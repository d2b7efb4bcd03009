package photoset.api.jobstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static photoset.api.jobstore.Steps.album;
import static photoset.api.jobstore.Steps.delivered;
import static photoset.api.jobstore.Steps.failed;
import static photoset.api.jobstore.Steps.start;
import static photoset.api.jobstore.Steps.variants;

import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import photoset.api.Records;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.credits.Hold;
import photoset.workflows.credits.HoldStatus;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;
import photoset.workflows.jobstore.JobEnd;
import photoset.workflows.jobstore.JobEnd.Reason;
import photoset.workflows.jobstore.RetryRecord;
import photoset.workflows.jobstore.StartRecord;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.plan.Plan;
import photoset.workflows.segmentation.MaskRef;

class RetryStepTest {
    private static final Records RECORDS = new Records();
    private static int users;

    private final UserId user = RECORDS.user("retrier" + ++users, Plan.FREE, 12);
    private final JobId job = RECORDS.job(user, "retried" + users, 4);
    private final PostgresJobStore jobStore = RECORDS.jobStore;

    @AfterAll
    static void close() {
        RECORDS.close();
    }

    @Test
    void holdsWhatFailedAnewAndTellsWhatTheWorkersMustKnow() {
        halfDelivered();
        assertThat(RECORDS.account(user)).isEqualTo("10 0 2");

        var receipt = jobStore.recordRetry(new RetryRecord(job, 1));

        assertThat(receipt.hold()).isEqualTo(new Hold(HoldStatus.HELD, 4, 10));
        var work = Objects.requireNonNull(receipt.work());
        assertThat(work.photos()).extracting(PhotoRef::idx).containsExactly(2, 3);
        assertThat(work.photos().getFirst()).satisfies(photo -> {
            assertThat(photo.key()).isEqualTo("inputs/2");
            assertThat(photo.viewKey()).endsWith(job + "/2.view.jpg");
            assertThat(photo.bytes()).isEqualTo(1000);
            assertThat(photo.width()).isEqualTo(640);
        });
        assertThat(work.execution()).isEqualTo(variants(job, 2).execution());
        assertThat(work.known().photos())
                .hasSize(2)
                .allSatisfy(photo -> assertThat(photo.found().masks())
                        .containsExactly(new MaskRef("Wall", "masks/Wall.png", 100, 1, .9)));
        assertThat(work.known().others()).containsExactly(1);
        assertThat(work.known().surfaces()).containsExactly("Wall");
        assertThat(RECORDS.account(user)).isEqualTo("6 4 2");
        assertThat(job("status, done_items, failed_items, held_credits, retries, end_reason"))
                .isEqualTo("queued 1 1 11 1 null");
        assertThat(items()).isEqualTo("failed, done, pending, pending");
    }

    @Test
    void isDoneOnce() {
        halfDelivered();
        var first = jobStore.recordRetry(new RetryRecord(job, 1));
        var again = jobStore.recordRetry(new RetryRecord(job, 1));

        assertThat(again.hold().status()).isEqualTo(HoldStatus.ALREADY_HELD);
        assertThat(again.work()).isEqualTo(first.work());
        assertThat(RECORDS.account(user)).isEqualTo("6 4 2");
        assertThatThrownBy(() -> jobStore.recordRetry(new RetryRecord(job, 2)))
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        refused -> assertThat(refused.getType()).isEqualTo("INVALID_TRANSITION"));
    }

    @Test
    void itsCapturesAndReleasesAreItsOwn() {
        halfDelivered();
        jobStore.recordRetry(new RetryRecord(job, 1));
        jobStore.recordStart(new StartRecord(job, 1, List.of(2)));
        jobStore.recordItemEnd(failed(job, 1, 2, 3));
        assertThat(jobStore.recordEnd(new JobEnd(job, 1, Reason.CANCELED_BY_USER)))
                .isEqualTo(new JobOutcome(JobState.CANCELED, 1, 2, 9));

        assertThat(RECORDS.account(user)).isEqualTo("10 0 2");
        assertThat(causes())
                .isEqualTo("capture:job:1 2, grant:start 12, hold:job 4, hold:job:retry:1 4, hold:job:variants 3, "
                        + "release:job:0 1, release:job:2 2, release:job:2:retry:1 2, release:job:3 2, "
                        + "release:job:rest:retry:1 2");
    }

    @Test
    void aLateStepOfTheFirstWorkflowChangesNothing() {
        halfDelivered();
        jobStore.recordRetry(new RetryRecord(job, 1));
        jobStore.recordStart(start(job, 2));
        assertThat(job("status")).isEqualTo("queued");
        assertThatThrownBy(() -> jobStore.recordEnd(new JobEnd(job, 0, Reason.CANCELED_BY_USER)))
                .isInstanceOf(PostgresJobStore.MovedOn.class);
        jobStore.recordStart(new StartRecord(job, 1, List.of(2, 3)));
        jobStore.recordItemEnd(failed(job, 2, null));
        assertThat(items()).isEqualTo("failed, done, running, running");
        assertThat(RECORDS.account(user)).isEqualTo("6 4 2");
    }

    private void halfDelivered() {
        jobStore.recordUpload(album(job, 4, 0));
        jobStore.recordExecution(variants(job, 2));
        jobStore.recordStart(start(job, 1, 2));
        jobStore.recordItemEnd(delivered(job, 1, 3, "a", "b"));
        jobStore.recordItemEnd(failed(job, 2, null));
        jobStore.recordItemEnd(failed(job, 3, null));
        jobStore.recordEnd(new JobEnd(job, Reason.FINISHED));
    }

    private String job(String columns) {
        return RECORDS.line("select " + columns + " from jobs where id = '" + job + "'");
    }

    private String items() {
        return RECORDS.line("select status from job_items where job_id = '" + job + "' order by idx");
    }

    /** In alphabetical order, without the job's number. */
    private String causes() {
        return RECORDS.line("select cause, amount from billing_events where user_id = '" + user + "' order by cause")
                .replace(job.value(), "job");
    }
}
