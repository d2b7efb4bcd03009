package photoset.api.callbacks;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import reactor.core.publisher.Mono;

/**
 * Which reports were taken. A report is claimed first, then handed over, then marked as taken, each by a statement of its
 * own: no connection of the database is held while Temporal is asked.
 */
@Component
@InRole(Role.WEB)
class Receipts {
    /** Twice the time that a hand-over may take; whoever claimed the report before has lost its process. */
    private static final int HAND_OVER_SECONDS_MAX = 2 * (int) ActivityCompletion.ANSWER_MAX.toSeconds();

    private final DatabaseClient sql;

    Receipts(DatabaseClient sql) {
        this.sql = sql;
    }

    /** What a key means for the report that shows it. */
    enum Claim {
        /** Nobody has reported under it: hand the report over. */
        MINE,
        /** Another call hands it over right now. */
        PENDING,
        /** It was taken. */
        TAKEN
    }

    /** Of two at once one gets it. */
    Mono<Claim> claim(JobId job, String key) {
        return bound("""
                        insert into callback_receipts as r (job_id, idempotency_key) values (:job, :key)
                        on conflict (job_id, idempotency_key) do update set created_at = now()
                         where not r.taken and r.created_at < now() - make_interval(secs => :max)""", job, key)
                .bind("max", (double) HAND_OVER_SECONDS_MAX)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows > 0 ? Mono.just(Claim.MINE) : known(job, key));
    }

    private Mono<Claim> known(JobId job, String key) {
        return bound("select taken from callback_receipts where job_id = :job and idempotency_key = :key", job, key)
                .map(row -> Boolean.TRUE.equals(row.get("taken", Boolean.class)) ? Claim.TAKEN : Claim.PENDING)
                .one()
                // Given back meanwhile.
                .defaultIfEmpty(Claim.PENDING);
    }

    /** The report was handed over. */
    Mono<Void> markTaken(JobId job, String key) {
        return bound(
                        "update callback_receipts set taken = true where job_id = :job and idempotency_key = :key",
                        job,
                        key)
                .then();
    }

    /** It was refused, or nobody knows: it may come again. */
    Mono<Void> giveBack(JobId job, String key) {
        return bound("""
                        delete from callback_receipts
                         where job_id = :job and idempotency_key = :key and not taken""", job, key).then();
    }

    private DatabaseClient.GenericExecuteSpec bound(String statement, JobId job, String key) {
        return sql.sql(statement).bind("job", job.value()).bind("key", key);
    }
}
