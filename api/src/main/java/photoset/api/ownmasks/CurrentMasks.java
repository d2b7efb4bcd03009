package photoset.api.ownmasks;

import static photoset.api.database.Columns.count;
import static photoset.api.database.Columns.number;
import static photoset.api.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.workflows.JobId;
import photoset.workflows.segmentation.MaskRef;
import reactor.core.publisher.Mono;

/** Which own masks of a job are in use, the one place that says so: they take the place of the model's. */
@Component
public class CurrentMasks {
    private static final String SQL = """
            select idx, concept, mask_key, area from current_masks
            where job_id = :job and (:idx < 0 or idx = :idx) order by idx, concept
            """;

    private static final String DRAWN =
            "select distinct concept from current_masks where job_id = :job order by concept";

    private static final int EVERY_PHOTO = -1;

    private final DatabaseClient sql;

    public CurrentMasks(DatabaseClient sql) {
        this.sql = sql;
    }

    /** Those of a photo, by concept. */
    public Mono<List<MaskRef>> of(JobId job, int idx) {
        return read(job, idx).map(byIdx -> byIdx.getOrDefault(idx, List.of()));
    }

    /** Those of every photo that has some, by idx. */
    public Mono<Map<Integer, List<MaskRef>>> of(JobId job) {
        return read(job, EVERY_PHOTO);
    }

    /** The concepts that some photo of the job has an own mask of. */
    public Mono<List<String>> drawnConcepts(JobId job) {
        return sql.sql(DRAWN)
                .bind("job", job.value())
                .map(row -> text(row, "concept"))
                .all()
                .collectList();
    }

    private Mono<Map<Integer, List<MaskRef>>> read(JobId job, int idx) {
        return sql.sql(SQL)
                .bind("job", job.value())
                .bind("idx", idx)
                .map(row -> Map.entry(count(row, "idx"), mask(row)))
                .all()
                .collectList()
                .map(masks -> masks.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    /** A person is sure of what he drew. */
    private static MaskRef mask(Readable row) {
        long area = number(row, "area");
        return new MaskRef(text(row, "concept"), text(row, "mask_key"), area, area > 0 ? 1 : 0, 1);
    }
}
