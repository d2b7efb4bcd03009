package photoset.api.jobstore;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import photoset.api.database.Columns;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.credits.Hold;
import photoset.workflows.credits.HoldStatus;
import photoset.workflows.job.Execution;
import photoset.workflows.job.JobState;
import photoset.workflows.jobstore.RetryReceipt;
import photoset.workflows.jobstore.RetryRecord;
import photoset.workflows.photos.AlbumWhite;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What failed is run again: its credits are held anew. Unlike the other steps it is several statements in a transaction:
 * the account's row is locked before the jobs are counted, so that two at once do not pass the plan's limit.
 */
final class RetryStep {
    private static final String JOB = """
            select j.user_id, j.status, j.retries, j.item_credits, j.failed_items,
                j.pictures = 'kept' and j.expires_at > now() as kept, (
                    select count(*) from job_items i
                    where i.job_id = j.id and i.status = 'failed' and i.input_key is not null) as photos
            from jobs j where j.id = :job for update
            """;

    private static final String ACCOUNT = """
            select a.available, u.plan from credit_accounts a join users u on u.id = a.user_id
            where a.user_id = :user for update of a
            """;

    private static final String OPEN = "select id from jobs where user_id = :user and not ended order by id";

    private static final String RETRY = """
            with job as (select id, user_id, item_credits from jobs where id = :job),
            photo as (
                update job_items i set status = 'pending', error_code = null, error_message = null
                from job where i.job_id = job.id and i.status = 'failed' and i.input_key is not null
                returning i.idx),
            again as (select count(*) as n from photo),
            account as (
                update credit_accounts a
                set available = a.available - n * item_credits, held = a.held + n * item_credits
                from job, again where a.user_id = job.user_id),
            billed as (
                insert into billing_events (user_id, job_id, kind, amount, cause)
                select user_id, id, 'hold', n * item_credits, 'hold:' || id || ':retry:' || :number from job, again),
            moved as (
                update jobs j set
                    status = 'queued', end_reason = null, retries = :number, queued_at = now(), queued_items = n,
                    work_seconds = 0, failed_items = j.failed_items - n,
                    held_credits = j.held_credits + n * j.item_credits, last_seq = j.last_seq + n + 2, updated_at = now()
                from job, again where j.id = job.id
                returning j.id, j.last_seq, j.done_items, j.failed_items, j.total_items)
            insert into job_events (job_id, seq, type, payload)
            select id, last_seq - 1 - n, 'status', jsonb_build_object('status', 'queued', 'retry', cast(:number as int))
            from moved, again
            union all
            select id, last_seq - 1 - n + row_number() over (order by idx), 'item',
                jsonb_build_object('idx', idx, 'status', 'pending') from moved, again, photo
            union all
            select id, last_seq, 'progress', jsonb_build_object(
                'done', done_items, 'failed', failed_items, 'total', total_items) from moved
            """;

    private static final String EXECUTED = "select user_id, execution, segmentation_runs from jobs where id = :job";

    private static final String PHOTOS = """
            select idx, input_key, input_bytes, sha256, width, height, white, status = 'pending' as again
            from job_items where job_id = :job and input_key is not null order by idx
            """;

    private final DatabaseClient sql;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final PhotoChoices choices;

    RetryStep(DatabaseClient sql, TransactionalOperator transaction, JsonMapper json, PhotoChoices choices) {
        this.sql = sql;
        this.transaction = transaction;
        this.json = json;
        this.choices = choices;
    }

    /** What the rows say; {@code open} are the user's jobs that have not ended. */
    private record Rows(RetryCandidate job, Account account, List<String> open) {
        Hold hold() {
            return new Hold(
                    account.available() < job.credits() ? HoldStatus.INSUFFICIENT_CREDITS : HoldStatus.HELD,
                    job.credits(),
                    account.available());
        }
    }

    private record Account(Plan plan, long available) {}

    private record Photo(PhotoRef ref, boolean again) {}

    Mono<RetryReceipt> run(RetryRecord retry) {
        var job = retry.job();
        return rows(job)
                .flatMap(rows -> rows.job().isIn(retry.number())
                        ? receipt(
                                job,
                                new Hold(
                                        HoldStatus.ALREADY_HELD,
                                        0,
                                        rows.account().available()))
                        : begin(retry, rows))
                .as(transaction::transactional);
    }

    /** Whether the job may be retried now, and with which credits; refuses as {@link #run} does. */
    Mono<Hold> check(JobId job) {
        return rows(job)
                .map(rows -> {
                    rows.job().refuse(rows.job().retries() + 1, rows.account().plan(), rows.open());
                    return rows.hold();
                })
                .as(transaction::transactional);
    }

    private Mono<RetryReceipt> begin(RetryRecord retry, Rows rows) {
        rows.job().refuse(retry.number(), rows.account().plan(), rows.open());
        var hold = rows.hold();
        if (hold.status() == HoldStatus.INSUFFICIENT_CREDITS) {
            return Mono.just(new RetryReceipt(hold, null));
        }
        return sql.sql(RETRY)
                .bind("job", retry.job().value())
                .bind("number", retry.number())
                .fetch()
                .rowsUpdated()
                .then(receipt(retry.job(), hold));
    }

    private Mono<Rows> rows(JobId job) {
        return sql.sql(JOB)
                .bind("job", job.value())
                .map(RetryStep::candidate)
                .one()
                .switchIfEmpty(Mono.error(() -> RetryCandidate.refusal("There is no such job (any more).")))
                .flatMap(candidate -> Mono.zip(account(candidate.user()), Mono.just(candidate)))
                .flatMap(both -> open(both.getT2().user()).map(open -> new Rows(both.getT2(), both.getT1(), open)));
    }

    private static RetryCandidate candidate(Readable row) {
        return new RetryCandidate(
                new UserId(Columns.text(row, "user_id")),
                JobState.of(Columns.text(row, "status")),
                Columns.count(row, "retries"),
                Columns.flag(row, "kept"),
                Columns.number(row, "photos"),
                Columns.count(row, "failed_items"),
                Columns.count(row, "item_credits"));
    }

    private Mono<Account> account(UserId user) {
        return sql.sql(ACCOUNT)
                .bind("user", user.value())
                .map(row -> new Account(Plan.of(Columns.text(row, "plan")), Columns.number(row, "available")))
                .one();
    }

    private Mono<List<String>> open(UserId user) {
        return sql.sql(OPEN)
                .bind("user", user.value())
                .map(row -> Columns.text(row, "id"))
                .all()
                .collectList();
    }

    private Mono<RetryReceipt> receipt(JobId job, Hold hold) {
        return sql.sql(EXECUTED)
                .bind("job", job.value())
                .map(row -> new Executed(
                        new ObjectKeys(new UserId(Columns.text(row, "user_id")), job),
                        json.readValue(Columns.text(row, "execution"), Execution.class),
                        Columns.count(row, "segmentation_runs")))
                .one()
                .flatMap(executed -> photos(executed.keys()).flatMap(photos -> work(job, executed, photos)))
                .map(work -> new RetryReceipt(hold, work));
    }

    private record Executed(ObjectKeys keys, Execution execution, int runs) {}

    private Mono<RetryReceipt.Work> work(JobId job, Executed executed, List<Photo> photos) {
        var again = photos.stream().filter(Photo::again).map(Photo::ref).toList();
        var white = AlbumWhite.of(photos.stream().map(Photo::ref).toList());
        return Mono.zip(
                        choices.of(job, executed.execution()),
                        FoundRows.of(sql, job, again.stream().map(PhotoRef::idx).toList()))
                .map(chosen -> new RetryReceipt.Work(
                        executed.execution(), chosen.getT1(), again, white, chosen.getT2(), executed.runs()));
    }

    private Mono<List<Photo>> photos(ObjectKeys keys) {
        return sql.sql(PHOTOS)
                .bind("job", keys.job().value())
                .map(row -> new Photo(photo(keys, row), Columns.flag(row, "again")))
                .all()
                .collectList();
    }

    private static PhotoRef photo(ObjectKeys keys, Readable row) {
        int idx = Columns.count(row, "idx");
        return new PhotoRef(
                idx,
                Columns.text(row, "input_key"),
                keys.view(idx),
                Columns.text(row, "sha256"),
                Columns.number(row, "input_bytes"),
                Columns.count(row, "width"),
                Columns.count(row, "height"),
                row.get("white", String.class));
    }
}
