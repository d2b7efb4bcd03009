package photoset.api.idempotency;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import photoset.api.database.Columns;
import photoset.workflows.UserId;
import reactor.core.publisher.Mono;

/** The used keys and their answers, in the database, so that any process can replay what another one did. */
@Component
@EnableConfigurationProperties(IdempotencySettings.class)
final class IdempotencyKeys {
    /** How long an answer is replayed: the contract. */
    private static final int KEPT_HOURS = 24;

    /** A request that has no answer after that long has lost its process; the next one may try again. */
    private static final int WORK_MINUTES_MAX = 2;

    /** One sweep's bite, so that it holds no lock for long. */
    private static final int SWEPT_MAX = 10_000;

    /** Counts no further than the quota; what is too old counts until it is swept. */
    private static final String HAS_PLACE =
            "(select count(*) from (select from idempotency_keys where owner = :owner limit :max) as own) < :max";

    private final DatabaseClient sql;
    private final IdempotencySettings settings;

    IdempotencyKeys(DatabaseClient sql, IdempotencySettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** Whose key it is and what it was used for. */
    record Use(UserId owner, String key, String fingerprint) {}

    /** Takes the key, if it can be had. Of two at once one gets it; two new ones at once may pass the quota by one. */
    Mono<KeyClaim> claim(Use use) {
        return bound("""
                        insert into idempotency_keys as k (owner, key, fingerprint)
                        select :owner, :key, :fingerprint
                         where %s or exists (select from idempotency_keys where owner = :owner and key = :key)
                        on conflict (owner, key) do update
                           set fingerprint = excluded.fingerprint, created_at = now(),
                               status = null, content_type = null, body = null
                         where k.created_at < now() - make_interval(hours => :kept)
                            or (k.status is null and k.fingerprint = excluded.fingerprint
                                and k.created_at < now() - make_interval(mins => :lost))""".formatted(HAS_PLACE), use)
                .bind("max", settings.keysPerUserMax())
                .bind("fingerprint", use.fingerprint())
                .bind("kept", KEPT_HOURS)
                .bind("lost", WORK_MINUTES_MAX)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows > 0 ? Mono.just(new KeyClaim.Mine()) : taken(use));
    }

    /** Keeps the answer of the request that has the key. */
    Mono<Void> keep(Use use, StoredAnswer answer) {
        var update = bound("""
                        update idempotency_keys set status = :status, content_type = :type, body = :body
                         where owner = :owner and key = :key""", use)
                .bind("status", answer.status())
                .bind("body", ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)));
        @Nullable String type = answer.contentType();
        return (type == null ? update.bindNull("type", String.class) : update.bind("type", type)).then();
    }

    /** Gives the key back: what was done is undone or unknown, and worth another try. */
    Mono<Void> release(Use use) {
        return bound("delete from idempotency_keys where owner = :owner and key = :key and status is null", use)
                .then();
    }

    /** Deletes everything that is too old to be replayed, bite by bite; the number of rows. */
    Mono<Long> sweep() {
        return bite().expand(rows -> rows == SWEPT_MAX ? bite() : Mono.empty()).reduce(0L, Long::sum);
    }

    /** Several processes may do it at once. */
    private Mono<Long> bite() {
        return sql.sql("""
                        delete from idempotency_keys where ctid in
                            (select ctid from idempotency_keys
                              where created_at < now() - make_interval(hours => :kept)
                              limit :max for update skip locked)""")
                .bind("kept", KEPT_HOURS)
                .bind("max", SWEPT_MAX)
                .fetch()
                .rowsUpdated();
    }

    private Mono<KeyClaim> taken(Use use) {
        return bound("select * from idempotency_keys where owner = :owner and key = :key", use)
                .map(row -> read(row, use))
                .one()
                .switchIfEmpty(Mono.defer(() -> absent(use)));
    }

    /** Given back meanwhile, or never had. */
    private Mono<KeyClaim> absent(Use use) {
        int max = settings.keysPerUserMax();
        return sql.sql("select " + HAS_PLACE + " as place")
                .bind("owner", use.owner().value())
                .bind("max", max)
                .<KeyClaim>map(row -> Boolean.TRUE.equals(row.get("place", Boolean.class))
                        ? new KeyClaim.Pending()
                        : new KeyClaim.TooMany(max))
                .one();
    }

    private static KeyClaim read(Readable row, Use use) {
        if (!use.fingerprint().equals(row.get("fingerprint", String.class))) {
            return new KeyClaim.Foreign();
        }
        @Nullable Integer status = row.get("status", Integer.class);
        if (status == null) {
            return new KeyClaim.Pending();
        }
        var buffer = Columns.value(row, "body", ByteBuffer.class);
        var body = StandardCharsets.UTF_8.decode(buffer).toString();
        return new KeyClaim.Answered(new StoredAnswer(status, row.get("content_type", String.class), body));
    }

    private DatabaseClient.GenericExecuteSpec bound(String statement, Use use) {
        return sql.sql(statement).bind("owner", use.owner().value()).bind("key", use.key());
    }
}
