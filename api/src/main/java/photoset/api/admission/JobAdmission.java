package photoset.api.admission;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import photoset.api.database.Columns;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.uploads.CreateJobRequest;
import photoset.api.uploads.CreateJobRequest.Album;
import photoset.api.uploads.PhotoDeclaration;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.job.JobRequest;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Decides whether a job may begin, and writes it down: the limits of the plan hold for calls at the same moment too. */
@Component
@InRole(Role.WEB)
@EnableConfigurationProperties(JobSettings.class)
class JobAdmission {
    /** Whoever holds the account's row is the only one to count its jobs. */
    private static final String LOCK = """
            select u.plan from users u join credit_accounts a on a.user_id = u.id where u.id = :user for update of a
            """;

    private static final String OPEN =
            "select coalesce(array_agg(id), '{}') as open_jobs from jobs where user_id = :user and not ended";

    private static final String PLAN = "select plan from users where id = :user";

    /**
     * Whoever deletes the photos marks the row first, and so waits for this job, or this job sees the mark. Before the
     * account, as all steps of the job store.
     */
    private static final String KEEP_SOURCE = "select 1 from jobs where id = :source and user_id = :user for share";

    private static final String INSERT = """
            with photo as (
                select * from jsonb_to_recordset(cast(:photos as jsonb)) as p(
                    "idx" int, "key" text, "contentType" text, "bytes" bigint, "sha256" text)),
            open as (
                select id from jobs
                where user_id = :user and not ended),
            job as (
                insert into jobs (id, user_id, preset, plan, status, total_items, last_seq, execute_window, expires_at,
                    source_job_id)
                select :job, :user, :preset, :plan, 'created', (select count(*) from photo), 1,
                    make_interval(secs => :execute_s), now() + make_interval(secs => :upload_s), nullif(:source, '')
                where (select count(*) from open) < :jobs_max
                returning id, expires_at),
            item as (
                insert into job_items (
                    job_id, idx, status, upload_key, content_type, declared_bytes, declared_sha256)
                select id, "idx", 'pending', "key", "contentType", "bytes", "sha256" from job, photo),
            told as (
                insert into job_events (job_id, seq, type, payload)
                select id, 1, 'status', jsonb_build_object('status', 'created') from job)
            select (select expires_at from job) as expires_at, (select array_agg(id) from open) as open_jobs
            """;

    private static final String SOURCE = """
            select coalesce(json_agg(json_build_object(
                'idx', i.idx, 'key', i.input_key, 'contentType', i.content_type, 'sha256', i.sha256) order by i.idx)
                filter (where i.input_key is not null), '[]') as photos,
                j.pictures = 'kept' and (not j.ended or j.expires_at > now()) as kept
            from jobs j join job_items i on i.job_id = j.id
            where j.id = :source and j.user_id = :user
            group by j.id
            """;

    private final DatabaseClient sql;
    private final TransactionalOperator transaction;
    private final JobSettings settings;
    private final JsonMapper json;

    JobAdmission(DatabaseClient sql, TransactionalOperator transaction, JobSettings settings, JsonMapper json) {
        this.sql = sql;
        this.transaction = transaction;
        this.settings = settings;
        this.json = json;
    }

    /**
     * Writes the job; it counts against the plan from now on.
     *
     * <p>Refuses with {@link Problem#ITEM_LIMIT}, {@link Problem#CONCURRENCY_LIMIT} naming the open jobs, or
     * {@link Problem#JOB_NOT_FOUND} when the photos of another job are wanted that is not the user's.
     */
    Mono<NewJob> admit(UserId user, String preset, Album album) {
        return keptSource(user, album)
                .then(plan(LOCK, user))
                .flatMap(plan -> request(user, plan, preset, album))
                .flatMap(request -> write(request, album))
                .as(transaction::transactional);
    }

    /** What the job would be; refuses as {@link #admit} does, and writes nothing. */
    Mono<JobRequest> quote(UserId user, String preset, Album album) {
        return plan(PLAN, user)
                .flatMap(plan -> request(user, plan, preset, album))
                .flatMap(request -> open(user).map(open -> {
                    if (open.length >= request.plan().limits().jobsMax()) {
                        throw full(request.plan(), open);
                    }
                    return request;
                }));
    }

    private Mono<String[]> open(UserId user) {
        return sql.sql(OPEN)
                .bind("user", user.value())
                .map(row -> Columns.value(row, "open_jobs", String[].class))
                .one();
    }

    /** Takes back a job whose workflow could not be started. */
    Mono<Void> withdraw(JobId job) {
        return sql.sql("delete from jobs where id = :job and status = 'created'")
                .bind("job", job.value())
                .then();
    }

    private Mono<Void> keptSource(UserId user, Album album) {
        return switch (album) {
            case Album.Announced _ -> Mono.empty();
            case Album.Copied(var source) ->
                sql.sql(KEEP_SOURCE)
                        .bind("source", source.value())
                        .bind("user", user.value())
                        .then();
        };
    }

    private Mono<Plan> plan(String statement, UserId user) {
        return sql.sql(statement)
                .bind("user", user.value())
                .map(row -> Plan.of(Columns.text(row, "plan")))
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.TOKEN_INVALID)));
    }

    private Mono<JobRequest> request(UserId user, Plan plan, String preset, Album album) {
        var job = JobIds.next();
        return declared(new ObjectKeys(user, job), album).map(photos -> {
            CreateJobRequest.refuseAbove(plan.limits().photosPerJobMax(), photos.size());
            return new JobRequest(
                    user, job, plan, preset, photos, settings.uploadWindow(), settings.executeWindow(), 0);
        });
    }

    private Mono<List<DeclaredPhoto>> declared(ObjectKeys keys, Album album) {
        return switch (album) {
            case Album.Announced(var photos) -> Mono.just(declared(keys, photos));
            case Album.Copied(var source) -> copied(keys.user(), source);
        };
    }

    private static List<DeclaredPhoto> declared(ObjectKeys keys, List<PhotoDeclaration> photos) {
        return IntStream.range(0, photos.size())
                .mapToObj(idx -> {
                    var photo = photos.get(idx);
                    return new DeclaredPhoto(idx, keys.upload(idx), photo.contentType(), photo.size(), photo.hash());
                })
                .toList();
    }

    private Mono<List<DeclaredPhoto>> copied(UserId user, JobId source) {
        return sql.sql(SOURCE)
                .bind("source", source.value())
                .bind("user", user.value())
                .map(row -> {
                    if (!Columns.flag(row, "kept")) {
                        throw ApiException.because(
                                Problem.INVALID_TRANSITION,
                                "The photos of the source job are deleted. Upload them in a new job.");
                    }
                    return numbered(json.readValue(Columns.text(row, "photos"), DeclaredPhoto[].class));
                })
                .one()
                .switchIfEmpty(
                        Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND, "There is no such source job.")));
    }

    private static List<DeclaredPhoto> numbered(DeclaredPhoto[] photos) {
        if (photos.length == 0) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED,
                    "The source job has no photos that passed the inspection.",
                    List.of(Detail.field("source_job_id", "must be a job with confirmed photos")));
        }
        return IntStream.range(0, photos.length)
                .mapToObj(idx -> new DeclaredPhoto(
                        idx, photos[idx].key(), photos[idx].contentType(), null, photos[idx].sha256()))
                .toList();
    }

    private Mono<NewJob> write(JobRequest request, Album album) {
        var source = album instanceof Album.Copied(var copied) ? copied.value() : "";
        return sql.sql(INSERT)
                .bind("photos", json.writeValueAsString(request.photos()))
                .bind("user", request.user().value())
                .bind("job", request.job().value())
                .bind("preset", request.preset())
                .bind("plan", request.plan().id())
                .bind("execute_s", (double) request.executeWindow().toSeconds())
                .bind("upload_s", (double) request.uploadWindow().toSeconds())
                .bind("source", source)
                .bind("jobs_max", (long) request.plan().limits().jobsMax())
                .map(row -> {
                    @Nullable Instant expires = row.get("expires_at", Instant.class);
                    if (expires == null) {
                        throw full(request.plan(), row.get("open_jobs", String[].class));
                    }
                    return new NewJob(request, source.isEmpty(), expires);
                })
                .one();
    }

    private static ApiException full(Plan plan, String @Nullable [] open) {
        return ApiException.because(
                Problem.CONCURRENCY_LIMIT,
                "The plan allows %d jobs at a time; wait for one to end or cancel it."
                        .formatted(plan.limits().jobsMax()),
                Arrays.stream(open == null ? new String[0] : open)
                        .map(id -> Detail.field("open_job", id))
                        .toList());
    }
}
