package photoset.api.sets;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import photoset.api.database.Columns;
import photoset.api.presets.Presets;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.FileHash;
import photoset.workflows.JobId;
import photoset.workflows.SetId;
import photoset.workflows.UserId;
import photoset.workflows.job.JobState;
import photoset.workflows.plan.Plan;
import photoset.workflows.sets.SetLimits;
import photoset.workflows.sets.SetState;
import photoset.workflows.sets.SetTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Decides whether a set may be composed, and writes it down: the limits hold for calls at the same moment too. */
@Component
@InRole(Role.WEB)
class SetAdmission {
    /** One that is composed now may be done by then. */
    private static final Duration WAIT = Duration.ofSeconds(30);

    /** Before the account, as all steps of the job store. */
    private static final String JOB = """
            select status, preset, plan, total_items, done_items, coalesce(json_array_length(variants), 0) as designs,
                pictures = 'kept' and expires_at > now() as kept
            from jobs where id = :job and user_id = :user for update
            """;

    /** Whoever holds the account's row is the only one to count its sets. */
    private static final String ACCOUNT = "select user_id from credit_accounts where user_id = :user for update";

    private static final String SAME = """
            select id, status from job_sets
            where job_id = :job and fingerprint = :fingerprint and status <> 'failed'
                and (ended or updated_at > now() - make_interval(secs => :open_s))
            order by created_at desc limit 1
            """;

    private static final String COUNT = """
            select count(*) filter (where s.job_id = :job) as of_job,
                count(*) filter (where not s.ended and s.updated_at > now() - make_interval(secs => :open_s)) as open
            from job_sets s join jobs j on j.id = s.job_id where j.user_id = :user
            """;

    private static final String INSERT = """
            with composed as (
                insert into job_sets (id, job_id, output_template, title, language, names, label, link_base, fingerprint)
                values (:set, :job, :template, :title, :language, cast(:names as json), :label, :link_base, :fingerprint)
                returning id, job_id, output_template),
            moved as (
                update jobs j set last_seq = j.last_seq + 1, updated_at = now()
                from composed where j.id = composed.job_id
                returning j.id, j.last_seq)
            insert into job_events (job_id, seq, type, payload)
            select moved.id, last_seq, 'set', jsonb_build_object(
                'set_id', composed.id, 'output_template', output_template, 'status', 'queued', 'progress', 0)
            from moved, composed
            """;

    private final DatabaseClient sql;
    private final TransactionalOperator transaction;
    private final Presets presets;
    private final JsonMapper json;

    SetAdmission(DatabaseClient sql, TransactionalOperator transaction, Presets presets, JsonMapper json) {
        this.sql = sql;
        this.transaction = transaction;
        this.presets = presets;
        this.json = json;
    }

    /** A set that is to be composed, or was before. */
    record Admitted(SetId set, SetState state, SetTemplate template, Plan plan) {}

    private record Wanted(UserId user, JobId job, SetTemplate template, SetBody body, SetTerms terms) {
        String title() {
            return Objects.requireNonNullElse(body.title(), "").strip();
        }

        Map<String, String> names() {
            Map<String, String> names = new TreeMap<>();
            Objects.requireNonNullElse(body.names(), Map.<String, String>of())
                    .forEach((idx, name) -> names.put(idx, String.valueOf(name).strip()));
            return names;
        }
    }

    private record Job(JobState state, String preset, Plan plan, int photos, int delivered, int designs, boolean kept) {
        static Job of(Readable row) {
            return new Job(
                    JobState.of(Columns.text(row, "status")),
                    Columns.text(row, "preset"),
                    Plan.of(Columns.text(row, "plan")),
                    Columns.count(row, "total_items"),
                    Columns.count(row, "done_items"),
                    Columns.count(row, "designs"),
                    Columns.flag(row, "kept"));
        }
    }

    /**
     * Writes the set, or finds the same one that was asked for before and has not failed.
     *
     * <p>Refuses with {@link Problem#JOB_NOT_FOUND}, {@link Problem#VALIDATION_FAILED}, {@link Problem#INVALID_TRANSITION} or
     * {@link Problem#CONCURRENCY_LIMIT}.
     */
    Mono<Admitted> admit(UserId user, JobId job, SetBody body, SetTerms terms) {
        return sql.sql(JOB)
                .bind("job", job.value())
                .bind("user", user.value())
                .map(Job::of)
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND)))
                .flatMap(row -> {
                    var preset = presets.find(row.preset()).orElseThrow();
                    var template = body.checked(preset, row.photos());
                    refuseWithoutPictures(row, template);
                    return admit(new Wanted(user, job, template, body, terms), row);
                })
                .as(transaction::transactional);
    }

    private static void refuseWithoutPictures(Job job, SetTemplate template) {
        if (!job.state().isFinal()) {
            throw ApiException.because(
                    Problem.INVALID_TRANSITION,
                    "The job is %s. A set is made of delivered pictures: wait until the job is done, or name its "
                                    .formatted(job.state().id())
                            + "output_template when you execute it.");
        }
        if (job.delivered() == 0) {
            throw ApiException.because(
                    Problem.INVALID_TRANSITION,
                    "No picture of the job was delivered, so there is nothing to make a set from. Run its photos again.");
        }
        if (!job.kept()) {
            throw ApiException.because(
                    Problem.INVALID_TRANSITION,
                    "The pictures of the job are not kept any more. Run the photos in a new job.");
        }
        if (template.comparesDesigns() && job.designs() < 2) {
            throw ApiException.because(
                    Problem.INVALID_TRANSITION,
                    "The template %s compares designs, and this job has one. Run it with two or three variants, or ask for "
                                    .formatted(template.id())
                            + SetTemplate.BEFORE_AFTER.id() + ".");
        }
    }

    private Mono<Admitted> admit(Wanted wanted, Job job) {
        var fingerprint = fingerprint(wanted, job);
        var lock = sql.sql(ACCOUNT).bind("user", wanted.user().value()).then();
        var same = sql.sql(SAME)
                .bind("job", wanted.job().value())
                .bind("fingerprint", fingerprint)
                .bind("open_s", openSeconds())
                .map(row -> new Admitted(
                        new SetId(Columns.text(row, "id")),
                        SetState.of(Columns.text(row, "status")),
                        wanted.template(),
                        job.plan()))
                .one();
        return lock.then(same)
                .switchIfEmpty(Mono.defer(() -> refuseTooMany(wanted).then(write(wanted, fingerprint, job.plan()))));
    }

    /** Of the day too: it is printed. And of the pictures: a retry may have added some. */
    private String fingerprint(Wanted wanted, Job job) {
        var all = json.writeValueAsString(List.of(
                wanted.template().id(),
                wanted.title(),
                wanted.names(),
                Objects.requireNonNullElse(wanted.body().label(), ""),
                wanted.terms().language().id(),
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).toString(),
                job.delivered()));
        return FileHash.sha256(all.getBytes(StandardCharsets.UTF_8));
    }

    private Mono<Void> refuseTooMany(Wanted wanted) {
        return sql.sql(COUNT)
                .bind("job", wanted.job().value())
                .bind("user", wanted.user().value())
                .bind("open_s", openSeconds())
                .map(row -> {
                    if (Columns.number(row, "of_job") >= SetLimits.PER_JOB_MAX) {
                        throw ApiException.because(
                                Problem.INVALID_TRANSITION,
                                "The job has %d sets, which is all that it may have. Use one of them; "
                                                .formatted(SetLimits.PER_JOB_MAX)
                                        + "GET /jobs/{id}/sets lists them.");
                    }
                    if (Columns.number(row, "open") >= SetLimits.OPEN_PER_USER_MAX) {
                        throw ApiException.forNow(
                                Problem.CONCURRENCY_LIMIT,
                                "%d of your sets are being composed; wait for one to be done."
                                        .formatted(SetLimits.OPEN_PER_USER_MAX),
                                WAIT);
                    }
                    return wanted;
                })
                .one()
                .then();
    }

    private Mono<Admitted> write(Wanted wanted, String fingerprint, Plan plan) {
        var set = SetId.fresh(UUID.randomUUID().toString().replace("-", ""));
        return sql.sql(INSERT)
                .bind("set", set.value())
                .bind("job", wanted.job().value())
                .bind("template", wanted.template().id())
                .bind("title", wanted.title())
                .bind("language", wanted.terms().language().id())
                .bind("names", json.writeValueAsString(wanted.names()))
                .bind("label", Parameters.in(R2dbcType.VARCHAR, wanted.body().label()))
                .bind("link_base", wanted.terms().linkBase())
                .bind("fingerprint", fingerprint)
                .then()
                .thenReturn(new Admitted(set, SetState.QUEUED, wanted.template(), plan));
    }

    private static double openSeconds() {
        return SetLimits.OPEN_MAX.toSeconds();
    }
}
