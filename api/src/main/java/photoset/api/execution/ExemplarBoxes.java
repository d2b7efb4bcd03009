package photoset.api.execution;

import static photoset.api.database.Columns.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.segmentation.Exemplar;
import reactor.core.publisher.Mono;

/** Whether what users show lies in their photos. */
@Component
@InRole(Role.WEB)
class ExemplarBoxes {
    private static final String SIZES =
            "select idx, width, height from job_items where job_id = :job and width is not null";

    private final DatabaseClient sql;

    ExemplarBoxes(DatabaseClient sql) {
        this.sql = sql;
    }

    private record Size(int width, int height) {
        boolean holds(Exemplar example) {
            var box = example.box();
            return (long) box.x() + box.w() <= width && (long) box.y() + box.h() <= height;
        }
    }

    /** Completes, or refuses with {@link Problem#VALIDATION_FAILED} naming every box that leaves its photo. */
    Mono<Void> refuseOutside(JobId job, List<Exemplar> exemplars) {
        return exemplars.isEmpty()
                ? Mono.empty()
                : sql.sql(SIZES)
                        .bind("job", job.value())
                        .map(row -> Map.entry(count(row, "idx"), new Size(count(row, "width"), count(row, "height"))))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                        .flatMap(sizes -> refuse(outside(sizes, exemplars)));
    }

    /** A photo that has no size was refused at confirm; nothing is looked for in it. */
    private static List<Detail> outside(Map<Integer, Size> sizes, List<Exemplar> exemplars) {
        List<Detail> broken = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (var example : exemplars) {
            int place = counts.merge(example.concept(), 1, Integer::sum) - 1;
            var size = sizes.get(example.idx());
            if (size != null && !size.holds(example)) {
                broken.add(Detail.field(
                        "exemplars." + example.concept() + "[" + place + "]",
                        "box must lie inside of photo %d, which is %d x %d pixels upright"
                                .formatted(example.idx(), size.width(), size.height())));
            }
        }
        return broken;
    }

    private static Mono<Void> refuse(List<Detail> broken) {
        return broken.isEmpty()
                ? Mono.empty()
                : Mono.error(
                        ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken));
    }
}
