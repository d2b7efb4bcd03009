package photoset.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import photoset.api.Records;
import photoset.api.jobstore.Steps;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.sets.SetSteps;
import photoset.api.uploads.CreateJobRequest.Album;
import photoset.api.uploads.PhotoDeclaration;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.job.JobState;
import photoset.workflows.job.Variant;
import photoset.workflows.jobstore.JobEnd;
import photoset.workflows.jobstore.PhotoSegmentation;
import photoset.workflows.jobstore.PhotoTimes;
import photoset.workflows.jobstore.RetryRecord;
import photoset.workflows.jobstore.SegmentationEnd;
import photoset.workflows.jobstore.SegmentationStart;
import photoset.workflows.jobstore.StartRecord;
import photoset.workflows.plan.Plan;

/**
 * Whatever happens to the jobs of a user, in whatever order, twice, and at the same moment: the money is right. Three
 * actions run side by side.
 */
class LedgerPropertyTest {
    private static final Records RECORDS = new Records();
    private static final JobAdmission ADMISSION = new JobAdmission(
            RECORDS.sql, RECORDS.transaction, new JobSettings(Duration.ofHours(1), Duration.ofHours(24)), RECORDS.json);
    private static final SetSteps SETS = new SetSteps(RECORDS);
    private static final AtomicInteger USERS = new AtomicInteger();
    private static final int CREDITS = 9;
    private static final int PHOTOS_MAX = 4;
    private static final int AT_ONCE = 3;

    private static final String BROKEN = """
            select 'account' from credit_accounts a left join (
                select user_id, sum(amount) filter (where kind = 'grant') as granted,
                    coalesce(sum(amount) filter (where kind = 'hold'), 0) as held,
                    coalesce(sum(amount) filter (where kind = 'capture'), 0) as captured,
                    coalesce(sum(amount) filter (where kind = 'release'), 0) as released
                from billing_events group by user_id) e using (user_id)
            where (a.available, a.held, a.spent)
                is distinct from (e.granted - e.held + e.released, e.held - e.captured - e.released, e.captured)
            union all
            select 'negative' from credit_accounts where available < 0 or held < 0 or spent < 0
            union all
            select 'job ' || j.id from jobs j left join (
                select job_id,
                    coalesce(sum(amount) filter (where kind = 'hold'), 0) as held,
                    coalesce(sum(amount) filter (where kind = 'capture'), 0) as captured,
                    coalesce(sum(amount) filter (where kind = 'release'), 0) as released
                from billing_events group by job_id) e on e.job_id = j.id
                join (
                    select job_id, count(*) filter (where status = 'done') as done,
                        count(*) filter (where status = 'failed') as failed,
                        count(*) filter (where status in ('pending', 'running')) as open
                    from job_items group by job_id) i on i.job_id = j.id
                left join (select job_id, count(*) as n from job_pictures group by job_id) p on p.job_id = j.id
            where coalesce(e.held, 0) <> j.held_credits or coalesce(e.captured, 0) <> i.done * j.item_credits
                or coalesce(p.n, 0) <> i.done * j.item_credits or j.done_items <> i.done or j.failed_items <> i.failed
                or j.held_credits > 0 and e.held - e.captured - e.released <> i.open * j.item_credits
                or j.status in ('done', 'failed', 'canceled') and (i.open > 0 or e.held <> e.captured + e.released)
            union all
            select 'events ' || j.id from jobs j
                join (select job_id, count(*) as n, max(seq) as top from job_events group by job_id) e on e.job_id = j.id
            where e.n <> j.last_seq or e.top <> j.last_seq
            union all
            select 'limit' from jobs where status in ('created', 'uploaded', 'queued', 'running')
            group by user_id having count(*) > 3
            """;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JobId> jobs = new CopyOnWriteArrayList<>();

    @AfterContainer
    static void lifeHappened() {
        try (RECORDS) {
            assertThat(RECORDS.rows("select 1 from billing_events where kind = 'capture'"))
                    .isNotEmpty();
            assertThat(RECORDS.rows("select 1 from job_sets")).isNotEmpty();
        }
    }

    enum What {
        CREATE,
        CONFIRM,
        EXECUTE,
        START,
        DELIVER,
        DELIVER_TWICE,
        FAIL,
        FINISH,
        CANCEL,
        EXPIRE,
        SEGMENT,
        RETRY,
        ORDER_SET,
        /** What comes next if nothing goes wrong: at random, hardly any job gets as far as a delivered photo. */
        ADVANCE
    }

    /** Something that happens to one of the user's jobs; {@code job} is counted from the newest. */
    record Action(What what, int job, int photo, int count) {}

    @Provide
    Arbitrary<List<Action>> lives() {
        // Weights that let jobs get far: most orders of rare steps are dull.
        var what = Arbitraries.frequency(
                Tuple.of(4, What.CREATE),
                Tuple.of(5, What.CONFIRM),
                Tuple.of(5, What.EXECUTE),
                Tuple.of(5, What.START),
                Tuple.of(8, What.DELIVER),
                Tuple.of(4, What.DELIVER_TWICE),
                Tuple.of(12, What.FAIL),
                Tuple.of(2, What.FINISH),
                Tuple.of(2, What.CANCEL),
                Tuple.of(1, What.EXPIRE),
                Tuple.of(2, What.SEGMENT),
                Tuple.of(12, What.RETRY),
                Tuple.of(10, What.ORDER_SET),
                Tuple.of(50, What.ADVANCE));
        var one = Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, PHOTOS_MAX - 1),
                        Arbitraries.integers().between(1, PHOTOS_MAX))
                .as(Action::new);
        return one.list().ofMinSize(60).ofMaxSize(150);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theMoneyIsRight(@ForAll("lives") List<Action> life) throws Exception {
        var user = RECORDS.user("owner" + USERS.incrementAndGet(), Plan.PRO, CREDITS);
        jobs.clear();
        for (int next = 0; next < life.size(); next += AT_ONCE) {
            together(user, life.subList(next, Math.min(life.size(), next + AT_ONCE)));
        }
        for (JobId job : jobs) {
            RECORDS.jobStore.recordEnd(new JobEnd(job, JobEnd.Reason.CANCELED_BY_OPERATOR));
        }
        assertThat(RECORDS.words(BROKEN)).isEmpty();
        assertThat(RECORDS.account(user)).matches("\\d+ 0 \\d+");
    }

    private void together(UserId user, List<Action> actions) throws InterruptedException, ExecutionException {
        List<Future<?>> running = new ArrayList<>();
        for (Action action : actions) {
            running.add(threads.submit(() -> act(user, action)));
        }
        for (Future<?> one : running) {
            one.get();
        }
        assertThat(RECORDS.words(BROKEN)).as("after %s", actions).isEmpty();
    }

    private void act(UserId user, Action action) {
        if (action.what() == What.CREATE) {
            create(user, action.count());
        } else if (!jobs.isEmpty()) {
            var job = jobs.get(Math.max(0, jobs.size() - 1 - action.job()));
            var what = action.what() == What.ADVANCE ? next(job) : action.what();
            if (what == What.ORDER_SET) {
                orderSet(user, job, action.photo());
            } else {
                act(job, what, action.photo(), action.count());
            }
        }
    }

    private void act(JobId job, What what, int photo, int count) {
        var jobStore = RECORDS.jobStore;
        switch (what) {
            case CREATE, ORDER_SET, ADVANCE -> {}
            case CONFIRM -> confirm(job, photo % 2 == 0 ? new Integer[0] : new Integer[] {photo});
            case EXECUTE -> jobStore.recordExecution(Steps.variants(job, variants(job).length));
            case START -> jobStore.recordStart(new StartRecord(job, retries(job), List.of(0, count)));
            case DELIVER -> jobStore.recordItemEnd(Steps.delivered(job, retries(job), photo, count, variants(job)));
            case DELIVER_TWICE -> {
                int retry = retries(job);
                jobStore.recordItemEnd(Steps.delivered(job, retry, photo, null, variants(job)));
                jobStore.recordItemEnd(Steps.delivered(job, retry, photo, count, variants(job)));
            }
            case FAIL -> jobStore.recordItemEnd(Steps.failed(job, Math.max(0, retries(job) - photo % 2), photo, count));
            case FINISH -> jobStore.recordEnd(new JobEnd(job, JobEnd.Reason.FINISHED));
            case CANCEL -> jobStore.recordEnd(new JobEnd(job, JobEnd.Reason.CANCELED_BY_USER));
            case SEGMENT -> segment(job, photo);
            case RETRY -> retry(job);
            case EXPIRE -> jobStore.recordEnd(new JobEnd(job, JobEnd.Reason.EXECUTE_WINDOW_PASSED));
        }
    }

    private static What next(JobId job) {
        return switch (JobState.of(RECORDS.status(job))) {
            case CREATED -> What.CONFIRM;
            case UPLOADED -> What.EXECUTE;
            case QUEUED -> What.START;
            case RUNNING -> isAtWork(job) ? What.DELIVER : What.FINISH;
            case DONE -> What.ORDER_SET;
            case FAILED, CANCELED -> What.RETRY;
        };
    }

    private static boolean isAtWork(JobId job) {
        return !RECORDS.rows(
                        "select idx from job_items where status in ('pending', 'running') and job_id = '" + job + "'")
                .isEmpty();
    }

    /** A run costs nothing, whatever comes of it. */
    private static void segment(JobId job, int photo) {
        var jobStore = RECORDS.jobStore;
        jobStore.recordSegmentationStart(new SegmentationStart(job, 1, List.of("Wall")));
        jobStore.recordPhotoSegmentation(
                new PhotoSegmentation(job, 1, photo, List.of(), new PhotoTimes(100, 0, 1), null));
        jobStore.recordSegmentationEnd(new SegmentationEnd(job, 1));
    }

    private static void retry(JobId job) {
        int number = retries(job) + 1;
        try {
            RECORDS.jobStore.recordRetry(new RetryRecord(job, number));
            RECORDS.jobStore.recordRetry(new RetryRecord(job, number));
        } catch (ApplicationFailure refused) {
            assertThat(refused.getType()).isIn("INVALID_TRANSITION", "ALREADY_CANCELED", "CONCURRENCY_LIMIT");
        }
    }

    /** Costs nothing, whatever comes of it; its events are those of the job. */
    private static void orderSet(UserId user, JobId job, int photo) {
        try {
            var set = SETS.order(user, job, "set " + photo);
            if (photo % 2 == 0) {
                SETS.fail(set);
            }
        } catch (ApiException refused) {
            assertThat(refused.problem()).isIn(Problem.INVALID_TRANSITION, Problem.CONCURRENCY_LIMIT);
        }
    }

    private static int retries(JobId job) {
        return Integer.parseInt(RECORDS.line("select retries from jobs where id = '" + job + "'"));
    }

    /** One to three, always the same for one job. */
    private static String[] variants(JobId job) {
        return Arrays.copyOf(new String[] {"a", "b", "c"}, 1 + Math.floorMod(job.hashCode(), Variant.COUNT_MAX));
    }

    private void create(UserId user, int photos) {
        var album = new Album.Announced(Collections.nCopies(photos, new PhotoDeclaration(null, null, null, null)));
        try {
            var admitted =
                    ADMISSION.admit(user, "interior", album).blockOptional().orElseThrow();
            jobs.add(admitted.request().job());
        } catch (ApiException refused) {
            assertThat(refused.problem()).isEqualTo(Problem.CONCURRENCY_LIMIT);
        }
    }

    private static void confirm(JobId job, Integer... broken) {
        int photos = RECORDS.rows("select idx from job_items where job_id = '" + job + "'")
                .size();
        try {
            RECORDS.jobStore.recordUpload(Steps.album(job, photos, broken));
        } catch (ApplicationFailure ended) {
            assertThat(ended.getType()).isEqualTo("ALREADY_CANCELED");
        }
    }
}
