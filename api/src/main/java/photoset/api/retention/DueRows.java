package photoset.api.retention;

import static photoset.api.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.database.Columns;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;

/** The rows that say whose objects go. The row comes first, then the objects, then the row again. Every call blocks. */
final class DueRows {
    static final Duration STATEMENT_MAX = Duration.ofSeconds(30);

    private static final String EXPIRE = """
            with due as (
                select id from jobs
                where pictures = 'kept' and ended and expires_at <= :now
                order by expires_at limit :n for update skip locked),
            gone as (
                update jobs j set pictures = 'expired', last_seq = j.last_seq + 1, updated_at = now()
                from due where j.id = due.id
                returning j.id, j.last_seq, j.status)
            insert into job_events (job_id, seq, type, payload)
            select id, last_seq, 'status', jsonb_build_object('status', status, 'pictures', 'expired') from gone
            """;

    /** A job that copies the photos has had its source's row locked when it was written, so it is seen here. */
    private static final String PICTURES = """
            select id, user_id from jobs j
            where pictures <> 'kept' and pictures_deleted_at is null and not exists (
                select from jobs copy where copy.source_job_id = j.id and copy.status = 'created')
            order by pictures = 'deleted' desc, expires_at limit :n
            """;

    private static final String PREVIEWS = """
            select j.id, j.user_id, p.hash from job_previews p join jobs j on j.id = p.job_id
            where p.expires_at <= :now order by p.expires_at limit :n
            """;

    /** One that was asked for again meanwhile stays. */
    private static final String PREVIEWS_DELETED = """
            delete from job_previews p using unnest(:jobs, :hashes) as d(job_id, hash)
            where (p.job_id, p.hash) = (d.job_id, d.hash) and p.expires_at <= :now
            """;

    private static final String UPLOADS = """
            select id, user_id from jobs
            where uploads_deleted_at is null and status <> 'created' and created_at <= :before
                and (mask_linked_at is null or mask_linked_at <= :before)
            order by created_at limit :n
            """;

    private final DatabaseClient sql;

    /** A preview of a job. */
    record DuePreview(ObjectKeys of, String hash) {
        String key() {
            return of.livePreview(hash);
        }
    }

    DueRows(DatabaseClient sql) {
        this.sql = sql;
    }

    int expire(Instant now, int max) {
        return Objects.requireNonNull(sql.sql(EXPIRE)
                        .bind("now", now)
                        .bind("n", max)
                        .fetch()
                        .rowsUpdated()
                        .block(STATEMENT_MAX))
                .intValue();
    }

    /** Jobs whose pictures are to be deleted. */
    List<ObjectKeys> pictures(int max) {
        return jobs(sql.sql(PICTURES).bind("n", max));
    }

    /** Previews whose time was over at {@code now}. */
    List<DuePreview> previews(Instant now, int max) {
        return Objects.requireNonNull(sql.sql(PREVIEWS)
                .bind("now", now)
                .bind("n", max)
                .map(row -> new DuePreview(keys(row), text(row, "hash")))
                .all()
                .collectList()
                .block(STATEMENT_MAX));
    }

    void recordPreviewsDeleted(List<DuePreview> gone, Instant now) {
        sql.sql(PREVIEWS_DELETED)
                .bind("jobs", gone.stream().map(one -> one.of().job().value()).toArray(String[]::new))
                .bind("hashes", gone.stream().map(DuePreview::hash).toArray(String[]::new))
                .bind("now", now)
                .then()
                .block(STATEMENT_MAX);
    }

    /** Jobs that gave their last link to put something before {@code before} and may have uploads that nobody needs. */
    List<ObjectKeys> uploads(Instant before, int max) {
        return jobs(sql.sql(UPLOADS).bind("before", before).bind("n", max));
    }

    void recordPicturesDeleted(JobId job) {
        mark("update jobs set pictures_deleted_at = now() where id = :job", job);
    }

    void recordUploadsDeleted(JobId job) {
        mark("update jobs set uploads_deleted_at = now() where id = :job", job);
    }

    private void mark(String statement, JobId job) {
        sql.sql(statement).bind("job", job.value()).then().block(STATEMENT_MAX);
    }

    private static List<ObjectKeys> jobs(DatabaseClient.GenericExecuteSpec question) {
        return Objects.requireNonNull(
                question.map(DueRows::keys).all().collectList().block(STATEMENT_MAX));
    }

    static ObjectKeys keys(Readable row) {
        return new ObjectKeys(new UserId(Columns.text(row, "user_id")), new JobId(Columns.text(row, "id")));
    }
}
