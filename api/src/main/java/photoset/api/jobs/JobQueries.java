package photoset.api.jobs;

import static photoset.api.database.Columns.count;
import static photoset.api.database.Columns.flag;
import static photoset.api.database.Columns.number;
import static photoset.api.database.Columns.text;
import static photoset.api.database.Columns.time;
import static photoset.api.database.Columns.value;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.admission.JobSettings;
import photoset.api.forecast.Forecasts;
import photoset.api.jobstore.StoredVariant;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.job.JobRequest;
import photoset.workflows.job.JobState;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads jobs, each read in one statement. Every read is bound to an owner; another owner's job is
 * {@link Problem#JOB_NOT_FOUND}.
 */
@Component
@InRole(Role.WEB)
class JobQueries {
    private static final String STATE = """
            select status, preset, plan, total_items, failed_items, refusals, segmentation = 'running' as segmenting,
                segmentation_runs, retries,
                array(select concept from job_concepts where job_id = j.id order by concept) as sought
            from jobs j where id = :job and user_id = :user
            """;

    private static final String AVAILABLE = "select available from credit_accounts where user_id = :user";

    private static final String REQUEST = """
            select plan, preset, (
                select json_agg(json_build_object(
                    'idx', idx, 'key', upload_key, 'contentType', content_type,
                    'bytes', declared_bytes, 'sha256', declared_sha256) order by idx)
                from job_items where job_id = j.id) as photos
            from jobs j where id = :job and user_id = :user
            """;

    private static final String VIEW = """
            select id, status, end_reason, preset, total_items, done_items, failed_items, item_credits, held_credits,
                retries, variants, output_template, segmentation, segmentation_runs,
                (select json_agg(concept order by concept) from job_concepts where job_id = j.id) as concepts, last_seq, created_at, updated_at, expires_at,
                case when pictures = 'kept' and ended and expires_at <= now()
                    then 'expired' else pictures end as availability,
                case when last_seq = :known then null else (
                    select json_agg(json_strip_nulls(json_build_object(
                        'idx', idx, 'status', status, 'code', error_code, 'message', error_message,
                        'viewable', input_key is not null,
                        'segmentation', nullif(segmentation, 'none'), 'segmentationCode', segmentation_error_code,
                        'segmentationMessage', segmentation_error_message)) order by idx)
                    from job_items where job_id = j.id) end as photos,
                case when last_seq = :known then null else (
                    select json_agg(json_build_object(
                        'idx', idx, 'variant', variant, 'output', output_key, 'preview', preview_key)
                        order by idx, place)
                    from job_pictures where job_id = j.id and missing_since is null) end as pictures
            from jobs j where id = :job and user_id = :user
            """;

    private static final String PAGE = """
            select id, status, preset, created_at, done_items, failed_items, total_items
            from jobs where user_id = :user and (created_at, id) < (:at, :id)
            order by created_at desc, id desc limit :n
            """;

    private final DatabaseClient sql;
    private final JobSettings settings;
    private final Forecasts forecasts;
    private final JsonMapper json;

    JobQueries(DatabaseClient sql, JobSettings settings, JsonMapper json, Forecasts forecasts) {
        this.forecasts = forecasts;
        this.sql = sql;
        this.settings = settings;
        this.json = json;
    }

    Mono<JobRow> state(UserId user, JobId job) {
        return owned(STATE, user, job)
                .map(row -> new JobRow(
                        JobState.of(text(row, "status")),
                        text(row, "preset"),
                        Plan.of(text(row, "plan")),
                        count(row, "total_items"),
                        count(row, "failed_items"),
                        count(row, "refusals"),
                        flag(row, "segmenting"),
                        count(row, "segmentation_runs"),
                        List.of(value(row, "sought", String[].class)),
                        count(row, "retries")))
                .one()
                .switchIfEmpty(notFound());
    }

    /** What the user can spend. */
    Mono<Long> available(UserId user) {
        return sql.sql(AVAILABLE)
                .bind("user", user.value())
                .map(row -> number(row, "available"))
                .one();
    }

    /** What the job's first workflow was started with, or was meant to be. */
    Mono<JobRequest> request(UserId user, JobId job) {
        return request(user, job, 0);
    }

    /** What the workflow of a retry is started with. */
    Mono<JobRequest> request(UserId user, JobId job, int retry) {
        return owned(REQUEST, user, job)
                .map(row -> new JobRequest(
                        user,
                        job,
                        Plan.of(text(row, "plan")),
                        text(row, "preset"),
                        List.of(json.readValue(text(row, "photos"), DeclaredPhoto[].class)),
                        settings.uploadWindow(),
                        settings.executeWindow(),
                        retry))
                .one()
                .switchIfEmpty(notFound());
    }

    /**
     * Everything about the job.
     *
     * @param known the number of the last event that the caller knows; when it is still the last, the photos are not read and
     *     nothing is forecast
     */
    Mono<JobDetails> details(UserId user, JobId job, long known) {
        return owned(VIEW, user, job)
                .bind("known", known)
                .map(this::details)
                .one()
                .switchIfEmpty(notFound())
                .flatMap(found -> found.lastSeq() == known ? Mono.just(found) : withForecast(job, found));
    }

    private Mono<JobDetails> withForecast(JobId job, JobDetails found) {
        return switch (found.status()) {
            case QUEUED, RUNNING ->
                forecasts.of(job, found.lastSeq()).map(found::forecast).defaultIfEmpty(found);
            case CREATED, UPLOADED, DONE, FAILED, CANCELED -> Mono.just(found);
        };
    }

    /** Jobs older than the cursor, newest first; one more than asked for when there is a next page. */
    Flux<JobSummary> page(UserId user, PageCursor after, int limit) {
        return sql.sql(PAGE)
                .bind("user", user.value())
                .bind("at", after.createdAt())
                .bind("id", after.id())
                .bind("n", limit + 1)
                .map(row -> new JobSummary(
                        text(row, "id"),
                        JobState.of(text(row, "status")),
                        text(row, "preset"),
                        time(row, "created_at"),
                        new JobSummary.Progress(
                                count(row, "done_items"), count(row, "failed_items"), count(row, "total_items"))))
                .all();
    }

    private DatabaseClient.GenericExecuteSpec owned(String statement, UserId user, JobId job) {
        return sql.sql(statement).bind("job", job.value()).bind("user", user.value());
    }

    private JobDetails details(Readable row) {
        var availability = Pictures.of(text(row, "availability"));
        return new JobDetails(
                text(row, "id"),
                JobState.of(text(row, "status")),
                row.get("end_reason", String.class),
                text(row, "preset"),
                count(row, "total_items"),
                count(row, "done_items"),
                count(row, "failed_items"),
                count(row, "item_credits"),
                count(row, "held_credits"),
                count(row, "retries"),
                list(row, "variants", StoredVariant[].class),
                row.get("output_template", String.class),
                segmentation(row),
                number(row, "last_seq"),
                time(row, "created_at"),
                time(row, "updated_at"),
                time(row, "expires_at"),
                availability,
                list(row, "photos", JobDetails.Photo[].class),
                availability == Pictures.KEPT ? list(row, "pictures", JobDetails.Picture[].class) : List.of(),
                null);
    }

    private JobDetails.@Nullable Run segmentation(Readable row) {
        var state = text(row, "segmentation");
        return state.equals("none")
                ? null
                : new JobDetails.Run(
                        SegmentationState.of(state),
                        count(row, "segmentation_runs"),
                        list(row, "concepts", String[].class));
    }

    /** A JSON array; empty when there is none. */
    private <T> List<T> list(Readable row, String column, Class<T[]> type) {
        @Nullable String array = row.get(column, String.class);
        return array == null ? List.of() : List.of(json.readValue(array, type));
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND));
    }
}
