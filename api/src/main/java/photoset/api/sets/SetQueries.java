package photoset.api.sets;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.SetId;
import photoset.workflows.UserId;
import photoset.workflows.sets.SetContent;
import photoset.workflows.sets.SetError;
import photoset.workflows.sets.SetFault;
import photoset.workflows.sets.SetState;
import photoset.workflows.sets.SetTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads sets. */
@Component
@InRole(Role.WEB)
class SetQueries {
    private static final String READABLE = """
            select pictures = 'kept' and not (ended and expires_at <= now()) as readable
            from jobs where id = :job and user_id = :user
            """;

    private static final String SETS = """
            select s.*, j.expires_at, exists (
                select from job_items i where i.job_id = s.job_id and i.status = 'done' and i.began_at >
                    -- The job's own set is composed anew after a retry, and begun when its end was written.
                    case s.fingerprint when 'execute' then s.updated_at else s.created_at end) as outdated
            from job_sets s join jobs j on j.id = s.job_id
            where s.job_id = :job order by s.created_at, s.id
            """;

    /** The photo was confirmed, and its job's pictures are kept. */
    private static final String ORIGINAL = """
            select j.user_id, j.id from job_sets s join jobs j on j.id = s.job_id
                join job_items i on i.job_id = j.id and i.idx = :idx and i.input_key is not null
            where s.link_key = :key and j.pictures = 'kept' and j.expires_at > now()
            """;

    private final DatabaseClient sql;
    private final JsonMapper json;

    SetQueries(DatabaseClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Oldest first; none when the pictures are gone. Another user's job is {@link Problem#JOB_NOT_FOUND}. */
    Flux<SetRow> of(UserId user, JobId job) {
        return sql.sql(READABLE)
                .bind("job", job.value())
                .bind("user", user.value())
                .map(row -> Columns.flag(row, "readable"))
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND)))
                .flatMapMany(readable -> readable
                        ? sql.sql(SETS).bind("job", job.value()).map(this::set).all()
                        : Flux.empty());
    }

    /** Where the job lies whose photo a printed link leads to; empty when the link leads nowhere any more. */
    Mono<ObjectKeys> original(String key, int idx) {
        return sql.sql(ORIGINAL)
                .bind("key", key)
                .bind("idx", idx)
                .map(row ->
                        new ObjectKeys(new UserId(Columns.text(row, "user_id")), new JobId(Columns.text(row, "id"))))
                .one();
    }

    private SetRow set(Readable row) {
        var title = Columns.text(row, "title");
        return new SetRow(
                new SetId(Columns.text(row, "id")),
                SetTemplate.of(Columns.text(row, "output_template")),
                title.isEmpty() ? null : title,
                SetState.of(Columns.text(row, "status")),
                Columns.count(row, "progress"),
                content(row),
                fault(row),
                Columns.flag(row, "outdated"),
                Columns.time(row, "created_at"),
                Columns.time(row, "expires_at"));
    }

    private @Nullable SetContent content(Readable row) {
        @Nullable String zip = row.get("zip", String.class);
        return zip == null || !SetState.DONE.id().equals(Columns.text(row, "status"))
                ? null
                : new SetContent(zip, List.of(json.readValue(Columns.text(row, "files"), SetContent.File[].class)));
    }

    private static @Nullable SetFault fault(Readable row) {
        @Nullable String code = row.get("error_code", String.class);
        return code == null ? null : new SetFault(SetError.valueOf(code), Columns.text(row, "error_message"));
    }
}
