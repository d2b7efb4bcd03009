package photoset.api.callbacks;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.api.jobstore.StoredVariant;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.rendering.Rule;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Takes each report once. */
@Component
@InRole(Role.WEB)
class CallbackReceipts {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final DatabaseClient sql;
    private final JsonMapper json;
    private final Receipts receipts;
    private final ActivityCompletion completion;

    CallbackReceipts(DatabaseClient sql, JsonMapper json, Receipts receipts, ActivityCompletion completion) {
        this.sql = sql;
        this.json = json;
        this.receipts = receipts;
        this.completion = completion;
    }

    /** Completes the activity that waits for the report and records it; true if it had been taken before, and nothing changed. */
    Mono<Boolean> accept(JobId job, ProviderReport.Checked report) {
        return owner(job, report)
                .doOnNext(order -> report.demandConcepts(order.wanted()))
                .flatMap(order -> receipts.claim(job, report.idempotencyKey()).flatMap(claim -> switch (claim) {
                    case MINE -> handOver(job, order, report).thenReturn(false);
                    case TAKEN -> Mono.just(true);
                    case PENDING -> Mono.error(stillWorkedOn());
                }));
    }

    private Mono<Void> handOver(JobId job, Order order, ProviderReport.Checked report) {
        var key = report.idempotencyKey();
        return completion
                .complete(order.keys(), order.wanted(), report)
                .onErrorResume(
                        failure -> receipts.giveBack(job, key).onErrorComplete().then(Mono.error(failure)))
                .then(Mono.defer(() -> receipts.markTaken(job, key)));
    }

    private record Order(ObjectKeys keys, Set<String> wanted) {}

    private Mono<Order> owner(JobId job, ProviderReport.Checked report) {
        return sql.sql("select user_id, variants, total_items from jobs where id = :job")
                .bind("job", job.value())
                .map(row -> {
                    if (report.idx() >= Columns.count(row, "total_items")) {
                        throw ApiException.because(
                                Problem.VALIDATION_FAILED,
                                Problem.VALIDATION_FAILED.sentence(),
                                List.of(Detail.field("idx", "the job has no such photo")));
                    }
                    @Nullable String variants = row.get("variants", String.class);
                    if (variants == null) {
                        throw nothingWaits();
                    }
                    var user = new UserId(Columns.text(row, "user_id"));
                    return new Order(new ObjectKeys(user, job), wanted(variants));
                })
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.JOB_NOT_FOUND)));
    }

    /** What the segmentation was asked for. */
    private Set<String> wanted(String variants) {
        return Rule.wanted(Stream.of(json.readValue(variants, StoredVariant[].class))
                .map(StoredVariant::rule)
                .toList());
    }

    private static ApiException stillWorkedOn() {
        return ApiException.forNow(
                Problem.UNAVAILABLE, "The first report with this key is still worked on; send it again.", RETRY_AFTER);
    }

    private static ApiException nothingWaits() {
        return ApiException.because(Problem.INVALID_TRANSITION, ActivityCompletion.NOTHING_WAITS);
    }
}
