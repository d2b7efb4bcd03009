package photoset.api.retention;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.database.Columns;

/** What the records know of objects in the bucket, and what was found out about them. Every call blocks. */
final class OrphanRows {
    private static final String JOBS = """
            select user_id || '/' || id as job, pictures_deleted_at is not null as pictures_deleted,
                uploads_deleted_at is not null as uploads_deleted
            from jobs where id = any(:jobs)
            """;

    private static final String FOUND = """
            update retention_findings set orphans_removed = orphans_removed + :removed,
                orphans_left = case when :first then 0 else orphans_left end + :left
            """;

    private final DatabaseClient sql;

    OrphanRows(DatabaseClient sql) {
        this.sql = sql;
    }

    /** What was deleted of a job permanently. */
    record Known(boolean picturesDeleted, boolean uploadsDeleted) {}

    /** Those of the jobs, written {@code user/job}, that have a row. */
    Map<String, Known> known(Collection<String> jobs) {
        var ids = jobs.stream().map(job -> job.substring(job.indexOf('/') + 1)).toArray(String[]::new);
        return Objects.requireNonNull(sql.sql(JOBS)
                .bind("jobs", ids)
                .map(row -> Map.entry(
                        Columns.text(row, "job"),
                        new Known(Columns.flag(row, "pictures_deleted"), Columns.flag(row, "uploads_deleted"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block(DueRows.STATEMENT_MAX));
    }

    /** The name of this deployment, made with its database. */
    String deployment() {
        return Objects.requireNonNull(sql.sql("select id from deployment")
                .map(row -> Columns.text(row, "id"))
                .one()
                .block(DueRows.STATEMENT_MAX));
    }

    /**
     * Adds up what became of a stretch.
     *
     * @param first whether it is the first of the bucket, with which the count of those that were left begins anew
     */
    void recordFindings(int removed, int left, boolean first) {
        sql.sql(FOUND)
                .bind("removed", (long) removed)
                .bind("left", (long) left)
                .bind("first", first)
                .then()
                .block(DueRows.STATEMENT_MAX);
    }
}
