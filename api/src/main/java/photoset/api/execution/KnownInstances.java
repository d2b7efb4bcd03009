package photoset.api.execution;

import io.r2dbc.spi.Readable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import reactor.core.publisher.Mono;

/** Which instances of a job were found. */
@Component
@InRole(Role.WEB)
class KnownInstances {
    private static final String SQL = "select distinct instance_id from current_instances where job_id = :job";

    private final DatabaseClient sql;

    KnownInstances(DatabaseClient sql) {
        this.sql = sql;
    }

    /** An id and the field that names it. */
    record Named(String field, String id) {}

    /** Completes, or refuses with {@link Problem#VALIDATION_FAILED} naming every id that the job does not have. */
    Mono<Void> refuseUnknown(JobId job, List<Named> named) {
        return named.isEmpty() ? Mono.empty() : ids(job).flatMap(known -> refuse(known, named));
    }

    private Mono<Set<String>> ids(JobId job) {
        return sql.sql(SQL)
                .bind("job", job.value())
                .map(KnownInstances::id)
                .all()
                .collectList()
                .map(HashSet::new);
    }

    private static String id(Readable row) {
        return Columns.text(row, "instance_id");
    }

    private static Mono<Void> refuse(Set<String> known, List<Named> named) {
        var broken = named.stream()
                .filter(one -> !known.contains(one.id()))
                .map(one -> Detail.field(one.field(), unknown(one.id(), known.isEmpty())))
                .toList();
        return broken.isEmpty()
                ? Mono.empty()
                : Mono.error(
                        ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken));
    }

    private static String unknown(String id, boolean none) {
        return none
                ? "the job has no instances yet; call POST /jobs/{id}/segment first"
                : "is no instance of the job: " + id + "; GET /jobs/{id}/instances names them";
    }
}
