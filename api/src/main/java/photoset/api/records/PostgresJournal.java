package photoset.api.records;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.workflows.credits.Hold;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.journal.ExecutionRecord;
import photoset.workflows.journal.ItemEnd;
import photoset.workflows.journal.JobEnd;
import photoset.workflows.journal.JobJournal;
import photoset.workflows.journal.StartRecord;
import photoset.workflows.journal.UploadRecord;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal in PostgreSQL. Every step is one statement and therefore one transaction: it locks the job's row first,
 * then changes photos, account and job by what the locked rows say, and writes the events under the job's next numbers.
 * All steps lock in the order job, photos, account. A step that finds the job past it changes nothing.
 */
@Component
public final class PostgresJournal implements JobJournal {
    /** Below the ten seconds that the workflow gives a step, so that the reason arrives and not a time-out. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(8);

    private final UploadStep upload;
    private final StartSteps starts;
    private final PhotoStep photo;
    private final EndStep end;

    public PostgresJournal(DatabaseClient sql, JsonMapper json) {
        this.upload = new UploadStep(sql, json);
        this.starts = new StartSteps(sql, json);
        this.photo = new PhotoStep(sql);
        this.end = new EndStep(sql);
    }

    @Override
    public Hold uploaded(UploadRecord album) {
        return now(upload.run(album));
    }

    @Override
    public void queued(ExecutionRecord execution) {
        now(starts.queued(execution));
    }

    @Override
    public void running(StartRecord start) {
        now(starts.running(start));
    }

    @Override
    public void itemEnded(ItemEnd ending) {
        now(photo.run(ending));
    }

    @Override
    public JobOutcome ended(JobEnd ending) {
        return now(end.run(ending));
    }

    private static <T> T now(Mono<T> step) {
        return step.blockOptional(ANSWER_MAX)
                .orElseThrow(() -> new IllegalStateException("A records step gave no answer."));
    }
}
