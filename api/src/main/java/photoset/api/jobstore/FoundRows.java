package photoset.api.jobstore;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.database.Columns;
import photoset.workflows.JobId;
import photoset.workflows.segmentation.FoundMask;
import photoset.workflows.segmentation.FoundPhoto;
import photoset.workflows.segmentation.KnownMasks;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentedPhoto;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the masks that were found. */
final class FoundRows {
    /** Part of a step that has {@code job} and {@code photo}: keeps what {@code :found} says of that photo. */
    static final String KEEP = """
            found as (
                insert into job_found
                select job.id, photo.idx, f.concept, f.model, f.mask_key, f.area, f.instances, f.score, f.surface
                from job, photo, jsonb_to_recordset(cast(:found as jsonb)) as f(
                    concept text, model text, mask_key text, area bigint, instances int, score double precision,
                    surface boolean)
                on conflict (job_id, idx, concept) do update set
                    model = excluded.model, mask_key = excluded.mask_key, area = excluded.area,
                    instances = excluded.instances, score = excluded.score, surface = excluded.surface),
            """;

    private static final String ALL = "select * from job_found where job_id = :job order by idx, concept";

    private FoundRows() {}

    /** One row; the names are its columns. */
    record Row(
            String concept, String model, String mask_key, long area, int instances, double score, boolean surface) {}

    static String json(JsonMapper json, List<FoundMask> found) {
        return json.writeValueAsString(found.stream().map(FoundRows::row).toList());
    }

    private static Row row(FoundMask found) {
        var mask = found.mask();
        return new Row(
                mask.concept(),
                found.model(),
                mask.key(),
                mask.area(),
                mask.instances(),
                mask.score(),
                found.surface());
    }

    private record Found(int idx, FoundMask mask) {}

    /**
     * All that was found in a job.
     *
     * @param wanted idx of the photos whose masks are told, not only that they have some
     */
    static Mono<KnownMasks> of(DatabaseClient sql, JobId job, List<Integer> wanted) {
        return sql.sql(ALL)
                .bind("job", job.value())
                .map(row -> new Found(Columns.count(row, "idx"), mask(row)))
                .all()
                .collectList()
                .map(rows -> known(rows, wanted));
    }

    private static FoundMask mask(Readable row) {
        var mask = new MaskRef(
                Columns.text(row, "concept"),
                Columns.text(row, "mask_key"),
                Columns.number(row, "area"),
                Columns.count(row, "instances"),
                Columns.real(row, "score"));
        return new FoundMask(Columns.text(row, "model"), mask, Columns.flag(row, "surface"));
    }

    private static KnownMasks known(List<Found> rows, List<Integer> wanted) {
        Map<Integer, SegmentedPhoto> photos = new TreeMap<>();
        var others = new TreeSet<Integer>();
        var surfaces = new TreeSet<String>();
        for (Found row : rows) {
            var found = row.mask();
            if (found.surface()) {
                surfaces.add(found.mask().concept());
            }
            if (wanted.contains(row.idx())) {
                photos.merge(row.idx(), new SegmentedPhoto(found.model(), List.of(found.mask())), SegmentedPhoto::with);
            } else {
                others.add(row.idx());
            }
        }
        List<FoundPhoto> told = new ArrayList<>();
        photos.forEach((idx, photo) -> told.add(new FoundPhoto(idx, photo)));
        return new KnownMasks(told, List.copyOf(others), List.copyOf(surfaces));
    }
}
