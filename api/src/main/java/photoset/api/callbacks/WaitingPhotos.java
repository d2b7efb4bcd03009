package photoset.api.callbacks;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.RequestRefused;
import photoset.api.records.KeptVariant;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.rendering.Rule;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Takes each report once. The receipt and the completion succeed together or not at all. */
@Component
@InRole(Role.WEB)
class WaitingPhotos {
    private final DatabaseClient sql;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final Completion completion;

    WaitingPhotos(DatabaseClient sql, TransactionalOperator transaction, JsonMapper json, Completion completion) {
        this.sql = sql;
        this.transaction = transaction;
        this.json = json;
        this.completion = completion;
    }

    /** Whether the report had been taken before; then nothing was changed. */
    Mono<Boolean> duplicate(JobId job, Report.Checked report) {
        return owner(job, report)
                .doOnNext(order -> report.demandConcepts(order.wanted()))
                .flatMap(order -> receipt(job, report.idempotencyKey())
                        .flatMap(rows -> rows == 0
                                ? Mono.just(true)
                                : completion
                                        .of(order.keys(), order.wanted(), report)
                                        .thenReturn(false)))
                .as(transaction::transactional);
    }

    private record Order(ObjectKeys keys, Set<String> wanted) {}

    private Mono<Order> owner(JobId job, Report.Checked report) {
        return sql.sql("select user_id, variants, total_items from jobs where id = :job")
                .bind("job", job.value())
                .map(row -> {
                    if (report.idx() >= Objects.requireNonNull(row.get("total_items", Integer.class))) {
                        throw RequestRefused.because(
                                Problem.VALIDATION_FAILED,
                                Problem.VALIDATION_FAILED.sentence(),
                                List.of(Detail.field("idx", "the job has no such photo")));
                    }
                    @Nullable String variants = row.get("variants", String.class);
                    if (variants == null) {
                        throw nothingWaits();
                    }
                    var user = new UserId(Objects.requireNonNull(row.get("user_id", String.class)));
                    return new Order(new ObjectKeys(user, job), wanted(variants));
                })
                .one()
                .switchIfEmpty(Mono.error(() -> RequestRefused.because(Problem.JOB_NOT_FOUND)));
    }

    /** What the segmentation was asked for. */
    private Set<String> wanted(String variants) {
        return Rule.wanted(Stream.of(json.readValue(variants, KeptVariant[].class))
                .map(KeptVariant::rule)
                .toList());
    }

    /** A second call with the same key waits here until the first is decided. */
    private Mono<Long> receipt(JobId job, String key) {
        return sql.sql("insert into callback_receipts (job_id, idempotency_key) values (:job, :key)"
                        + " on conflict do nothing")
                .bind("job", job.value())
                .bind("key", key)
                .fetch()
                .rowsUpdated();
    }

    private static RequestRefused nothingWaits() {
        return RequestRefused.because(Problem.INVALID_TRANSITION, Completion.NOTHING_WAITS);
    }
}
