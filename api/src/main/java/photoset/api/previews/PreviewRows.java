package photoset.api.previews;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.job.JobState;
import photoset.workflows.photos.AlbumWhite;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;

/** The rows of previews, and what one needs to know of its job and photo. */
@Component
@InRole(Role.WEB)
@EnableConfigurationProperties(PreviewSettings.class)
class PreviewRows {
    private static final String PHOTO = """
            select j.status, j.preset, j.plan, j.total_items,
                j.pictures = 'kept' and not (j.ended and j.expires_at <= now()) as readable,
                i.input_key, i.input_bytes, i.sha256, i.width, i.height, i.white,
                array(select white from job_items where job_id = j.id and white is not null) as whites
            from jobs j left join job_items i on i.job_id = j.id and i.idx = :idx
            where j.id = :job and j.user_id = :user
            """;

    /** A row whose time was over begins anew. */
    private static final String KEEP = """
            insert into job_previews as p (job_id, hash, expires_at)
            values (:job, :hash, now() + make_interval(secs => :seconds))
            on conflict (job_id, hash) do update set
                expires_at = case when p.expires_at > now() then p.expires_at else excluded.expires_at end
            returning expires_at, expires_at = now() + make_interval(secs => :seconds) as begun
            """;

    private final DatabaseClient sql;
    private final PreviewSettings settings;

    PreviewRows(DatabaseClient sql, PreviewSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /**
     * A photo of a job.
     *
     * @param photos how many the job has
     * @param kept whether anybody may still read its pictures
     * @param photo as it was inspected; null when it was not, or was refused
     * @param albumWhite see {@link AlbumWhite}
     */
    record OfJob(
            JobState status,
            String preset,
            Plan plan,
            int photos,
            boolean kept,
            @Nullable PhotoRef photo,
            @Nullable String albumWhite) {}

    /**
     * A preview's row.
     *
     * @param begun whether this call wrote it: there is no picture yet
     */
    record Kept(Instant expiresAt, boolean begun) {}

    /** Refuses with {@link Problem#JOB_NOT_FOUND}, also for another owner's job. */
    Mono<OfJob> photo(UserId user, JobId job, int idx) {
        var keys = new ObjectKeys(user, job);
        return sql.sql(PHOTO)
                .bind("idx", idx)
                .bind("job", job.value())
                .bind("user", user.value())
                .map(row -> new OfJob(
                        JobState.of(Columns.text(row, "status")),
                        Columns.text(row, "preset"),
                        Plan.of(Columns.text(row, "plan")),
                        Columns.count(row, "total_items"),
                        Columns.flag(row, "readable"),
                        photo(row, idx, keys),
                        AlbumWhite.median(List.of(Columns.value(row, "whites", String[].class)))))
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND)));
    }

    private static @Nullable PhotoRef photo(Readable row, int idx, ObjectKeys keys) {
        @Nullable String key = row.get("input_key", String.class);
        return key == null
                ? null
                : new PhotoRef(
                        idx,
                        key,
                        keys.view(idx),
                        Columns.text(row, "sha256"),
                        Columns.number(row, "input_bytes"),
                        Columns.count(row, "width"),
                        Columns.count(row, "height"),
                        row.get("white", String.class));
    }

    /** Says that the preview is wanted; its row is there before its object, so that retention finds it. */
    Mono<Kept> keep(JobId job, String hash) {
        return sql.sql(KEEP)
                .bind("job", job.value())
                .bind("hash", hash)
                .bind("seconds", (double) settings.kept().toSeconds())
                .map(row -> new Kept(Columns.time(row, "expires_at"), Columns.flag(row, "begun")))
                .one();
    }
}
