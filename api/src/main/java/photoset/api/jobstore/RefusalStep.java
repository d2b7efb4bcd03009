package photoset.api.jobstore;

import org.springframework.r2dbc.core.DatabaseClient;
import photoset.workflows.jobstore.RefusalRecord;
import reactor.core.publisher.Mono;

/** An update was refused for what its caller can cure; the next one has another id. */
final class RefusalStep {
    private static final String SQL = "update jobs set refusals = greatest(refusals, :count) where id = :job";

    private final DatabaseClient sql;

    RefusalStep(DatabaseClient sql) {
        this.sql = sql;
    }

    Mono<Long> run(RefusalRecord refusal) {
        return sql.sql(SQL)
                .bind("count", refusal.count())
                .bind("job", refusal.job().value())
                .fetch()
                .rowsUpdated();
    }
}
