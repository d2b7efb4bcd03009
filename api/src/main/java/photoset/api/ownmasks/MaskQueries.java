package photoset.api.ownmasks;

import static photoset.api.database.Columns.count;
import static photoset.api.database.Columns.flag;
import static photoset.api.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobState;
import reactor.core.publisher.Mono;

/** Reads and steps back masks. Every statement is bound to an owner; another owner's job is {@link Problem#JOB_NOT_FOUND}. */
@Component
@InRole(Role.WEB)
class MaskQueries {
    private static final String PLACE = """
            select j.status, j.preset, j.pictures = 'kept' and not (j.ended and j.expires_at <= now()) as readable,
                i.status as item, coalesce(i.width, 0) as width, coalesce(i.height, 0) as height,
                all_versions.last, all_versions.kept, coalesce(m.version, 0) as version,
                coalesce(m.upload_etag, '') as etag
            from jobs j
                left join job_items i on i.job_id = j.id and i.idx = :idx
                left join current_masks m on m.job_id = j.id and m.idx = :idx and m.concept = :concept
                cross join lateral (
                    select coalesce(max(version), 0) as last,
                        cast(count(*) filter (where removed_at is null) as int) as kept
                    from job_masks where job_id = j.id and idx = :idx and concept = :concept) all_versions
            where j.id = :job and j.user_id = :user
            """;

    /** Uploads of the job may have been deleted before; they are looked for again once this link is over. */
    private static final String LINKED = """
            update jobs set mask_linked_at = now(), uploads_deleted_at = null
            where id = :job and user_id = :user
            """;

    private static final String STEP_BACK = """
            with job as (
                select id from jobs where id = :job and user_id = :user and status = 'uploaded' for update)
            update job_masks m set removed_at = now()
            from job
            where m.job_id = job.id and m.idx = :idx and m.concept = :concept and m.version = :version
                and m.removed_at is null
            """;

    private final DatabaseClient sql;

    MaskQueries(DatabaseClient sql) {
        this.sql = sql;
    }

    /** What is known of a place. */
    Mono<MaskRow> of(MaskPlace place) {
        return at(PLACE, place)
                .map(MaskQueries::row)
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND)));
    }

    /** Notes that a link to put a mask is given. */
    Mono<Void> linked(MaskPlace place) {
        return sql.sql(LINKED)
                .bind("job", place.job().value())
                .bind("user", place.user().value())
                .then();
    }

    /** Takes a version out of use; false when it was not the one in use, or the job takes no masks any more. */
    Mono<Boolean> stepBack(MaskPlace place, int version) {
        return at(STEP_BACK, place)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private DatabaseClient.GenericExecuteSpec at(String statement, MaskPlace place) {
        return sql.sql(statement)
                .bind("job", place.job().value())
                .bind("user", place.user().value())
                .bind("idx", place.idx())
                .bind("concept", place.concept());
    }

    private static MaskRow row(Readable row) {
        @Nullable String item = row.get("item", String.class);
        return new MaskRow(
                JobState.of(text(row, "status")),
                text(row, "preset"),
                flag(row, "readable"),
                item == null ? null : ItemState.of(item),
                count(row, "width"),
                count(row, "height"),
                count(row, "last"),
                count(row, "kept"),
                count(row, "version"),
                text(row, "etag"));
    }
}
