package photoset.api.instances;

import io.r2dbc.spi.Readable;
import java.util.Objects;
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
import photoset.workflows.UserId;
import photoset.workflows.segmentation.InstanceBox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and names instances. Every read is bound to an owner; another owner's job is {@link Problem#JOB_NOT_FOUND}. */
@Component
@InRole(Role.WEB)
class InstanceQueries {
    private static final String READABLE = """
            select pictures = 'kept' and not (ended and expires_at <= now()) as readable
            from jobs where id = :job and user_id = :user
            """;

    private static final String PAGE = """
            select i.*, coalesce(n.name, i.instance_id) as name
            from current_instances i left join job_instance_names n using (job_id, instance_id)
            where i.job_id = :job and (i.idx, i.concept, i.label) > (:afterIdx, :afterConcept, :afterLabel)
                and (:idx < 0 or i.idx = :idx) and (:concept = '' or i.concept = :concept)
            order by i.idx, i.concept, i.label limit :n
            """;

    private static final String ALL = """
            select i.*, coalesce(n.name, i.instance_id) as name
            from current_instances i left join job_instance_names n using (job_id, instance_id)
            where i.job_id = :job order by i.idx, i.concept, i.label
            """;

    private static final String NAME = """
            insert into job_instance_names (job_id, instance_id, name)
            select distinct job_id, instance_id, :name from current_instances
            where job_id = :job and instance_id = :instance
            on conflict (job_id, instance_id) do update set name = excluded.name
            """;

    private final DatabaseClient sql;

    InstanceQueries(DatabaseClient sql) {
        this.sql = sql;
    }

    /** By idx, concept and label; one more than asked for when there is a next page. None when the pictures are gone. */
    Flux<InstanceRow> page(UserId user, JobId job, InstancePageRequest wanted) {
        var after = wanted.cursor();
        var keys = new ObjectKeys(user, job);
        return readable(user, job)
                .flatMapMany(readable -> readable
                        ? sql.sql(PAGE)
                                .bind("job", job.value())
                                .bind("afterIdx", after.idx())
                                .bind("afterConcept", after.concept())
                                .bind("afterLabel", after.label())
                                .bind("idx", Objects.requireNonNullElse(wanted.idx(), -1))
                                .bind("concept", Objects.requireNonNullElse(wanted.concept(), ""))
                                .bind("n", wanted.limit() + 1)
                                .map(row -> instance(row, keys))
                                .all()
                        : Flux.empty());
    }

    /** All of a job that its owner may read, by idx, concept and label. */
    Flux<InstanceRow> all(ObjectKeys keys) {
        return sql.sql(ALL)
                .bind("job", keys.job().value())
                .map(row -> instance(row, keys))
                .all();
    }

    /** Names an instance in all photos; refuses with {@link Problem#NOT_FOUND} when the job has none of this id. */
    Mono<Void> name(UserId user, JobId job, String instance, String name) {
        return readable(user, job)
                .then(sql.sql(NAME)
                        .bind("job", job.value())
                        .bind("instance", instance)
                        .bind("name", name)
                        .fetch()
                        .rowsUpdated())
                .flatMap(rows -> rows > 0
                        ? Mono.empty()
                        : Mono.error(ApiException.because(
                                Problem.NOT_FOUND,
                                "The job has no such instance; GET /jobs/{id}/instances names them.")));
    }

    private Mono<Boolean> readable(UserId user, JobId job) {
        return sql.sql(READABLE)
                .bind("job", job.value())
                .bind("user", user.value())
                .map(row -> Columns.flag(row, "readable"))
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND)));
    }

    private static InstanceRow instance(Readable row, ObjectKeys keys) {
        int idx = Columns.count(row, "idx");
        var concept = Columns.text(row, "concept");
        @Nullable String own = row.get("mask_key", String.class);
        return new InstanceRow(
                idx,
                concept,
                Columns.count(row, "label"),
                Columns.text(row, "instance_id"),
                Columns.text(row, "name"),
                Columns.value(row, "score", Double.class),
                new InstanceBox(
                        Columns.count(row, "box_x"),
                        Columns.count(row, "box_y"),
                        Columns.count(row, "box_w"),
                        Columns.count(row, "box_h")),
                Columns.number(row, "area"),
                Columns.count(row, "version"),
                own == null ? keys.mask(idx, concept) : own);
    }
}
