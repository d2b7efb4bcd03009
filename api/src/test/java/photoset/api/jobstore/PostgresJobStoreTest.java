package photoset.api.jobstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static photoset.api.jobstore.Steps.album;
import static photoset.api.jobstore.Steps.delivered;
import static photoset.api.jobstore.Steps.failed;
import static photoset.api.jobstore.Steps.rule;
import static photoset.api.jobstore.Steps.start;
import static photoset.api.jobstore.Steps.variants;

import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
import photoset.workflows.plan.Plan;

class PostgresJobStoreTest {
    private static final Records RECORDS = new Records();
    private static int users;

    private final UserId user = RECORDS.user("user" + ++users, Plan.FREE, 10);
    private final JobId job = RECORDS.job(user, "job" + users, 3);
    private final PostgresJobStore jobStore = RECORDS.jobStore;

    @AfterAll
    static void close() {
        RECORDS.close();
    }

    @Test
    void holdsACreditForEveryPhotoAndGivesBackWhatBrokenOnesCost() {
        assertThat(jobStore.recordUpload(album(job, 3, 1)).hold()).isEqualTo(new Hold(HoldStatus.HELD, 3, 10));

        assertThat(RECORDS.account(user)).isEqualTo("8 2 0");
        assertThat(items()).isEqualTo("pending inputs/0, failed null, pending inputs/2");
        assertThat(causes()).isEqualTo("grant:start 10, hold:job 3, release:job:1 1");
        assertThat(job("status, held_credits, failed_items")).isEqualTo("uploaded 3 1");
        assertThat(job("expires_at > now() + interval '23 hours'")).isEqualTo("true");
        assertThat(item(1, "error_code || ': ' || error_message")).isEqualTo("UNREADABLE_PHOTO: The photo ends early.");
        assertThat(events()).isEqualTo("1 status created, 2 item failed, 3 status uploaded");
    }

    @Test
    void holdsOnce() {
        jobStore.recordUpload(album(job, 3, 1));

        assertThat(jobStore.recordUpload(album(job, 3, 0, 1, 2)).hold().status())
                .isEqualTo(HoldStatus.ALREADY_HELD);
        assertThat(RECORDS.account(user)).isEqualTo("8 2 0");
        assertThat(job("last_seq")).isEqualTo("3");
    }

    @Test
    void writesNothingWhenCreditsAreTooFew() {
        RECORDS.run("update credit_accounts set available = 2 where user_id = '" + user + "'");

        assertThat(jobStore.recordUpload(album(job, 3, 1)).hold())
                .isEqualTo(new Hold(HoldStatus.INSUFFICIENT_CREDITS, 3, 2));
        assertThat(RECORDS.account(user)).isEqualTo("2 0 0");
        assertThat(job("status, held_credits, last_seq")).isEqualTo("created 0 1");
        assertThat(items()).isEqualTo("pending null, pending null, pending null");
        assertThat(causes()).isEqualTo("grant:start 10");
    }

    @Test
    void twoConfirmationsAtOnceHoldOnce() throws Exception {
        var together = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Hold>> holds = IntStream.range(0, 6)
                    .mapToObj(_ -> threads.submit(() -> {
                        together.await();
                        return jobStore.recordUpload(album(job, 3)).hold();
                    }))
                    .toList();
            together.countDown();
            int held = 0;
            for (Future<Hold> hold : holds) {
                held += hold.get().status() == HoldStatus.HELD ? 1 : 0;
            }
            assertThat(held).isEqualTo(1);
        }
        assertThat(RECORDS.account(user)).isEqualTo("7 3 0");
    }

    @Test
    void keepsTheRuleAndStartsTheFirstPhotos() {
        jobStore.recordUpload(album(job, 3));
        jobStore.recordExecution(rule(job));
        jobStore.recordExecution(rule(job));

        assertThat(job("status, variants -> 0 -> 'rule' ->> 'protect', item_credits, output_template"))
                .isEqualTo("queued [\"Window\"] 1 before_after");

        jobStore.recordStart(start(job, 0, 1));
        jobStore.recordStart(start(job, 0, 1));

        assertThat(job("status, last_seq")).isEqualTo("running 6");
        assertThat(items()).isEqualTo("running inputs/0, running inputs/1, pending inputs/2");
        assertThat(events())
                .isEqualTo("1 status created, 2 status uploaded, 3 status queued, 4 status running, "
                        + "5 item running, 6 item running");
    }

    @Test
    void capturesWhatIsDeliveredAndReleasesWhatFailed() {
        running(0, 1);

        jobStore.recordItemEnd(delivered(job, 0, 2));
        assertThat(RECORDS.account(user)).isEqualTo("7 2 1");
        assertThat(items()).isEqualTo("done inputs/0, running inputs/1, running inputs/2");
        assertThat(pictures()).isEqualTo("0 a outputs/a/0 previews/a/0 manifests/a/0 77");

        jobStore.recordItemEnd(failed(job, 1, null));
        assertThat(RECORDS.account(user)).isEqualTo("8 1 1");
        assertThat(job("done_items, failed_items")).isEqualTo("1 1");
        assertThat(causes()).isEqualTo("capture:job:0 1, grant:start 10, hold:job 3, release:job:1 1");
        assertThat(RECORDS.line(
                        "select payload from job_events where job_id = '" + job + "' order by seq desc limit 1"))
                .contains("\"done\": 1", "\"failed\": 1", "\"total\": 3");
        assertThat(events()).endsWith("7 item done, 8 item running, 9 progress null, 10 item failed, 11 progress null");
    }

    @Test
    void aPhotoEndsOnce() {
        running(0, 1);
        jobStore.recordItemEnd(delivered(job, 0, 2));
        String before = everything();

        jobStore.recordItemEnd(delivered(job, 0, 2));
        jobStore.recordItemEnd(failed(job, 0, null));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void isDoneWhenAnythingWasDelivered() {
        running(0, 1);
        jobStore.recordItemEnd(delivered(job, 0, 2));
        jobStore.recordItemEnd(failed(job, 1, null));
        jobStore.recordItemEnd(delivered(job, 2, null));
        var outcome = jobStore.recordEnd(new JobEnd(job, Reason.FINISHED));

        assertThat(outcome).isEqualTo(new JobOutcome(JobState.DONE, 2, 1, 1));
        assertThat(jobStore.recordEnd(new JobEnd(job, Reason.CANCELED_BY_USER))).isEqualTo(outcome);
        assertThat(RECORDS.account(user)).isEqualTo("8 0 2");
        assertThat(job("status, end_reason")).isEqualTo("done finished");
        assertThat(job("expires_at between now() + interval '6 days' and now() + interval '7 days'"))
                .isEqualTo("true");
    }

    @Test
    void hasFailedWhenNothingWasDelivered() {
        running(0);
        for (int idx = 0; idx < 3; idx++) {
            jobStore.recordItemEnd(failed(job, idx, null));
        }
        assertThat(jobStore.recordEnd(new JobEnd(job, Reason.FINISHED)))
                .isEqualTo(new JobOutcome(JobState.FAILED, 0, 3, 3));
        assertThat(RECORDS.account(user)).isEqualTo("10 0 0");
    }

    @Test
    void aCancelReleasesTheRestAndKeepsWhatIsDelivered() {
        running(0, 1);
        jobStore.recordItemEnd(delivered(job, 0, 2));
        var outcome = jobStore.recordEnd(new JobEnd(job, Reason.CANCELED_BY_USER));
        String before = everything();

        assertThat(outcome).isEqualTo(new JobOutcome(JobState.CANCELED, 1, 0, 2));
        assertThat(RECORDS.account(user)).isEqualTo("9 0 1");
        assertThat(items()).isEqualTo("done inputs/0, canceled inputs/1, canceled inputs/2");
        assertThat(causes()).endsWith("release:job:rest 2");
        assertThat(events()).endsWith("item canceled, 11 item canceled, 12 status canceled");

        jobStore.recordItemEnd(delivered(job, 1, 2));
        jobStore.recordStart(start(job, 1));
        jobStore.recordExecution(rule(job));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aWindowThatPassesBeforeTheHoldMovesNoCredit() {
        var outcome = jobStore.recordEnd(new JobEnd(job, Reason.UPLOAD_WINDOW_PASSED));

        assertThat(outcome).isEqualTo(new JobOutcome(JobState.CANCELED, 0, 0, 0));
        assertThat(RECORDS.account(user)).isEqualTo("10 0 0");
        assertThat(job("end_reason")).isEqualTo("upload_window_passed");
        assertThatThrownBy(() -> jobStore.recordUpload(album(job, 3)))
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo("ALREADY_CANCELED");
                    assertThat(failure.isNonRetryable()).isTrue();
                });
    }

    @Test
    void theEndOfARemovedJobHasNothingToSettle() {
        assertThat(jobStore.recordEnd(new JobEnd(new JobId("nobody"), Reason.UPLOAD_WINDOW_PASSED)))
                .isEqualTo(new JobOutcome(JobState.CANCELED, 0, 0, 0));
    }

    @Test
    void holdsACreditMoreForEachFurtherVariantOfWhatIsLeft() {
        jobStore.recordUpload(album(job, 3, 1));

        assertThat(jobStore.recordExecution(variants(job, 3)).hold()).isEqualTo(new Hold(HoldStatus.HELD, 4, 8));
        assertThat(jobStore.recordExecution(variants(job, 3)).hold().status()).isEqualTo(HoldStatus.ALREADY_HELD);

        assertThat(RECORDS.account(user)).isEqualTo("4 6 0");
        assertThat(job("status, held_credits, item_credits, last_seq")).isEqualTo("queued 7 3 4");
        assertThat(causes()).isEqualTo("grant:start 10, hold:job 3, hold:job:variants 4, release:job:1 1");
        assertThat(RECORDS.line(
                        "select v ->> 'id' as id, v ->> 'name' as name from jobs, json_array_elements(variants) v where id = '"
                                + job + "'"))
                .isEqualTo("a null, b Option b, c Option c");
    }

    @Test
    void changesNothingWhenCreditsAreTooFewForTheVariants() {
        RECORDS.run("update credit_accounts set available = 6 where user_id = '" + user + "'");
        jobStore.recordUpload(album(job, 3));
        String before = everything();

        assertThat(jobStore.recordExecution(variants(job, 3)).hold())
                .isEqualTo(new Hold(HoldStatus.INSUFFICIENT_CREDITS, 6, 3));
        assertThat(everything()).isEqualTo(before);

        assertThat(jobStore.recordExecution(variants(job, 2)).hold().status()).isEqualTo(HoldStatus.HELD);
        assertThat(RECORDS.account(user)).isEqualTo("0 6 0");
    }

    @Test
    void everyPictureOfAPhotoIsPaidAndEveryOneThatIsNotIsGivenBack() {
        RECORDS.run("update credit_accounts set available = 9 where user_id = '" + user + "'");
        RECORDS.runAsOwner("update billing_events set amount = 9 where user_id = '" + user + "'");
        jobStore.recordUpload(album(job, 3));
        jobStore.recordExecution(variants(job, 3));
        jobStore.recordStart(start(job, 0, 1));
        jobStore.recordItemEnd(delivered(job, 0, 2, "a", "b", "c"));
        jobStore.recordItemEnd(delivered(job, 0, 2, "a", "b", "c"));
        assertThat(RECORDS.account(user)).isEqualTo("0 6 3");
        assertThat(pictures())
                .isEqualTo("0 a outputs/a/0 previews/a/0 manifests/a/0 77, "
                        + "0 b outputs/b/0 previews/b/0 manifests/b/0 77, "
                        + "0 c outputs/c/0 previews/c/0 manifests/c/0 77");

        jobStore.recordItemEnd(failed(job, 1, null));
        assertThat(RECORDS.account(user)).isEqualTo("3 3 3");
        assertThat(jobStore.recordEnd(new JobEnd(job, Reason.CANCELED_BY_USER)))
                .isEqualTo(new JobOutcome(JobState.CANCELED, 1, 1, 6));

        assertThat(RECORDS.account(user)).isEqualTo("6 0 3");
        assertThat(causes())
                .isEqualTo("capture:job:0 3, grant:start 9, hold:job 3, hold:job:variants 6, "
                        + "release:job:1 3, release:job:rest 3");
    }

    private void running(Integer... first) {
        jobStore.recordUpload(album(job, 3));
        jobStore.recordExecution(rule(job));
        jobStore.recordStart(start(job, first));
    }

    private String items() {
        return RECORDS.line("select status, input_key from job_items where job_id = '" + job + "' order by idx");
    }

    private String item(int idx, String columns) {
        return RECORDS.line("select " + columns + " from job_items where job_id = '" + job + "' and idx = " + idx);
    }

    private String pictures() {
        return RECORDS.line("select idx, variant, output_key, preview_key, manifest_key, changed_pixels"
                + " from job_pictures where job_id = '" + job + "' order by idx, place");
    }

    private String job(String columns) {
        return RECORDS.line("select " + columns + " from jobs where id = '" + job + "'");
    }

    /** In alphabetical order, without the job's number. */
    private String causes() {
        return RECORDS.line("select cause, amount from billing_events where user_id = '" + user + "' order by cause")
                .replace(job.value(), "job");
    }

    private String events() {
        return RECORDS.line(
                "select seq, type, payload ->> 'status' from job_events where job_id = '" + job + "' order by seq");
    }

    private String everything() {
        return items() + job("*") + causes() + RECORDS.account(user) + events();
    }
}
