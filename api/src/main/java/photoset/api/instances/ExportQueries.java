package photoset.api.instances;

import static photoset.api.database.Columns.count;
import static photoset.api.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.instances.ExportedJob.Photo;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import reactor.core.publisher.Mono;

/** Reads what an export tells of a job: bound to its owner, like {@link InstanceQueries}. */
@Component
@InRole(Role.WEB)
class ExportQueries {
    private static final String JOB = """
            select preset, pictures = 'kept' and not (ended and expires_at <= now()) as readable
            from jobs where id = :job and user_id = :user
            """;

    private static final String PHOTOS = """
            select idx, input_key, width, height from job_items
            where job_id = :job and input_key is not null and width is not null order by idx
            """;

    private final DatabaseClient sql;
    private final InstanceQueries instances;

    ExportQueries(DatabaseClient sql, InstanceQueries instances) {
        this.sql = sql;
        this.instances = instances;
    }

    /** Everything; refuses with {@link Problem#JOB_NOT_FOUND}, or {@link Problem#NOT_FOUND} when the masks are gone. */
    Mono<ExportedJob> job(UserId user, JobId job) {
        var keys = new ObjectKeys(user, job);
        return preset(user, job)
                .flatMap(preset -> Mono.zip(
                                photos(job), instances.all(keys).collect(Collectors.groupingBy(InstanceRow::idx)))
                        .map(read -> new ExportedJob(keys, preset, joined(read.getT1(), read.getT2()))));
    }

    private Mono<String> preset(UserId user, JobId job) {
        return sql.sql(JOB)
                .bind("job", job.value())
                .bind("user", user.value())
                .map(row -> Boolean.TRUE.equals(row.get("readable", Boolean.class)) ? text(row, "preset") : "")
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND)))
                .filter(preset -> !preset.isEmpty())
                .switchIfEmpty(Mono.error(
                        () -> ApiException.because(Problem.NOT_FOUND, "The masks of the job are no longer kept.")));
    }

    private Mono<List<Photo>> photos(JobId job) {
        return sql.sql(PHOTOS)
                .bind("job", job.value())
                .map(ExportQueries::photo)
                .all()
                .collectList();
    }

    private static Photo photo(Readable row) {
        int idx = count(row, "idx");
        var key = text(row, "input_key");
        var file = "photo-" + idx + key.substring(key.lastIndexOf('.'));
        return new Photo(idx, file, count(row, "width"), count(row, "height"), List.of());
    }

    private static List<Photo> joined(List<Photo> photos, Map<Integer, List<InstanceRow>> instances) {
        return photos.stream()
                .map(photo -> new Photo(
                        photo.idx(),
                        photo.file(),
                        photo.width(),
                        photo.height(),
                        instances.getOrDefault(photo.idx(), List.of())))
                .toList();
    }
}
