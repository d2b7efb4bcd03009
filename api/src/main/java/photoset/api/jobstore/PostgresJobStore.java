package photoset.api.jobstore;

import io.temporal.spring.boot.ActivityImpl;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import photoset.objects.ObjectStore;
import photoset.workflows.JobId;
import photoset.workflows.TaskQueues;
import photoset.workflows.credits.Hold;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.jobstore.ExecutionReceipt;
import photoset.workflows.jobstore.ExecutionRecord;
import photoset.workflows.jobstore.ItemEnd;
import photoset.workflows.jobstore.JobEnd;
import photoset.workflows.jobstore.JobStore;
import photoset.workflows.jobstore.PhotoSegmentation;
import photoset.workflows.jobstore.RefusalRecord;
import photoset.workflows.jobstore.RetryReceipt;
import photoset.workflows.jobstore.RetryRecord;
import photoset.workflows.jobstore.SegmentationEnd;
import photoset.workflows.jobstore.SegmentationStart;
import photoset.workflows.jobstore.StartRecord;
import photoset.workflows.jobstore.UploadAnswer;
import photoset.workflows.jobstore.UploadRecord;
import photoset.workflows.photos.Inspection;
import photoset.workflows.segmentation.MatchTask;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job store in PostgreSQL. Every step but the retry is one statement and therefore one transaction: it locks the job's row first,
 * then changes photos, account and job by what the locked rows say, and writes the events under the job's next numbers.
 * All steps lock in the order job, photos, account. A step that finds the job past it changes nothing.
 */
@Component
@ActivityImpl(taskQueues = TaskQueues.JOBS)
public final class PostgresJobStore implements JobStore {
    /** Below the ten seconds that the workflow gives a step, so that the reason arrives and not a time-out. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(8);

    private static final Retry ONCE_MORE =
            Retry.max(1).filter(PostgresJobStore::judgedByOldRows).onRetryExhaustedThrow((_, last) -> last.failure());

    private final DatabaseClient sql;
    private final CopyStep copies;
    private final UploadStep upload;
    private final StartSteps starts;
    private final PhotoStep photo;
    private final EndStep end;
    private final RefusalStep refusal;
    private final SegmentationSteps segmentation;
    private final InstanceSteps instances;
    private final PhotoChoices choices;
    private final RetryStep retries;
    private final TimesStep times;

    @Autowired
    PostgresJobStore(DatabaseClient sql, TransactionalOperator transaction, JsonMapper json, ObjectStore store) {
        this(sql, transaction, json, store::find);
    }

    public PostgresJobStore(DatabaseClient sql, TransactionalOperator transaction, JsonMapper json, StoredFiles files) {
        this.sql = sql;
        this.copies = new CopyStep(sql);
        this.upload = new UploadStep(sql, json);
        this.starts = new StartSteps(sql, json);
        this.photo = new PhotoStep(sql, json);
        this.end = new EndStep(sql);
        this.refusal = new RefusalStep(sql);
        this.segmentation = new SegmentationSteps(sql, json);
        this.instances = new InstanceSteps(sql, json, files);
        this.times = new TimesStep(sql);
        this.choices = new PhotoChoices(sql);
        this.retries = new RetryStep(sql, transaction, json, choices);
    }

    @Override
    public Hold checkCredits(JobId job) {
        return now(upload.check(job));
    }

    @Override
    public UploadAnswer recordUpload(UploadRecord album) {
        now(copies.run(album.job()));
        var hold = now(upload.run(album));
        var photos = album.verdicts().stream().map(Inspection::idx).toList();
        return new UploadAnswer(hold, now(FoundRows.of(sql, album.job(), photos)));
    }

    @Override
    public void recordSegmentationStart(SegmentationStart start) {
        now(segmentation.started(start));
    }

    @Override
    public void recordPhotoSegmentation(PhotoSegmentation photo) {
        if (now(segmentation.photo(photo)) > 0 && photo.fault() == null) {
            now(times.run(photo.times(), 0));
        }
    }

    @Override
    public void recordInstances(MatchTask task) {
        now(instances.found(task));
    }

    @Override
    public void recordSegmentationEnd(SegmentationEnd ending) {
        now(segmentation.ended(ending));
    }

    @Override
    public ExecutionReceipt recordExecution(ExecutionRecord execution) {
        var hold = now(starts.queue(execution));
        return new ExecutionReceipt(hold, now(choices.of(execution.job(), execution.execution())));
    }

    @Override
    public RetryReceipt recordRetry(RetryRecord retry) {
        return now(retries.run(retry));
    }

    /**
     * Whether a job may be retried now, and with which credits; changes nothing. Fails with an
     * {@link io.temporal.failure.ApplicationFailure} as {@link #recordRetry} does.
     */
    public Mono<Hold> checkRetry(JobId job) {
        return retries.check(job);
    }

    @Override
    public void recordRefusal(RefusalRecord record) {
        now(refusal.run(record));
    }

    @Override
    public void recordStart(StartRecord start) {
        now(starts.start(start));
    }

    @Override
    public void recordItemEnd(ItemEnd ending) {
        if (now(photo.run(ending)) > 0 && ending instanceof ItemEnd.Delivered delivered) {
            now(times.run(delivered.times(), delivered.pictures().size()));
        }
    }

    @Override
    public JobOutcome recordEnd(JobEnd ending) {
        return now(end.run(ending));
    }

    private static <T> T now(Mono<T> step) {
        return step.retryWhen(ONCE_MORE)
                .blockOptional(ANSWER_MAX)
                .orElseThrow(() -> new IllegalStateException("A records step gave no answer."));
    }

    /**
     * A statement that waited for another step's lock checks constraints, and reads what it does not lock, by the rows of
     * before; it changed nothing then, and the second try sees the new rows.
     */
    private static boolean judgedByOldRows(Throwable failure) {
        return failure instanceof MovedOn
                || failure instanceof DataIntegrityViolationException
                || failure instanceof ConcurrencyFailureException;
    }

    /** The job changed while the step waited for it. */
    static final class MovedOn extends RuntimeException {
        MovedOn() {
            super("The job moved on in this moment.", null, false, false);
        }
    }
}
