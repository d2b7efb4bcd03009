package photoset.api.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import photoset.api.auth.TokenIssuer.Stamp;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;

/** Tokens that ended before their time: replaced by a new one or revoked. In the database, so that every process knows. */
@Component
@InRole(Role.WEB)
public final class EndedTokens {
    /** After so long at most a token that ended elsewhere is refused here: a token costs one look-up by key in this time. */
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(5);

    /** Some 200 bytes each. */
    private static final int BELIEVED_MAX = 100_000;

    /** One sweep's bite, so that it holds no lock for long. */
    private static final int SWEPT_MAX = 10_000;

    /** A token that is used is the word that the answer with it arrived: from then on the one before stays ended. */
    private static final String LOOK = """
            with used as (update ended_tokens set successor_used = true where successor = :id and not successor_used)
            select exists (select from ended_tokens where id = :id)
                or exists (select from users where id = :user and tokens_from > :issued) as ended""";

    private static final String REPLACE = """
            with used as (update ended_tokens set successor_used = true where successor = :id and not successor_used)
            insert into ended_tokens as t (
                id, user_id, successor, successor_issued_at, successor_expires_at, forgotten_at)
            select :id, id, :successor, :issued_at, :expires_at, :forgotten_at
              from users where id = :user and (tokens_from is null or tokens_from <= :issued)
            on conflict (id) do update set user_id = excluded.user_id
             where t.successor is not null and not t.successor_used
            returning successor, successor_issued_at, successor_expires_at,
                (select plan from users where id = t.user_id) as plan""";

    private final DatabaseClient sql;
    private final Cache<String, Boolean> good = Caffeine.newBuilder()
            .maximumSize(BELIEVED_MAX)
            .expireAfterWrite(BELIEVED_FOR)
            .build();

    EndedTokens(DatabaseClient sql) {
        this.sql = sql;
    }

    /** The token that takes another one's place, and its user's plan. */
    record Successor(Stamp stamp, Plan plan) {}

    /** Whether a token, good by its signature and its claims, has ended. */
    Mono<Boolean> has(Jwt token) {
        return good.getIfPresent(id(token)) != null ? Mono.just(false) : look(token);
    }

    private Mono<Boolean> look(Jwt token) {
        return sql.sql(LOOK)
                .bind("id", id(token))
                .bind("user", user(token))
                .bind("issued", issued(token))
                .map(row -> Boolean.TRUE.equals(row.get("ended", Boolean.class)))
                .one()
                .doOnNext(ended -> {
                    if (!ended) {
                        good.put(id(token), true);
                    }
                });
    }

    /**
     * Ends a token for a new one. Asked again it gives the one that it gave first, as long as nobody has used that: its answer
     * may have been lost. Empty when the token had ended otherwise, or its user has no account.
     */
    Mono<Successor> replace(Jwt token, Stamp wanted) {
        return sql.sql(REPLACE)
                .bind("id", id(token))
                .bind("user", user(token))
                .bind("issued", issued(token))
                .bind("successor", wanted.id())
                .bind("issued_at", wanted.issuedAt())
                .bind("expires_at", wanted.expiresAt())
                .bind("forgotten_at", forgottenAt(token))
                .map(EndedTokens::successor)
                .one()
                .doOnNext(_ -> good.invalidate(id(token)));
    }

    /** Ends a token permanently. */
    Mono<Void> revoke(Jwt token) {
        return sql.sql("""
                        insert into ended_tokens (id, user_id, forgotten_at) values (:id, :user, :forgotten_at)
                        on conflict (id) do nothing""")
                .bind("id", id(token))
                .bind("user", user(token))
                .bind("forgotten_at", forgottenAt(token))
                .then()
                .doOnSuccess(_ -> good.invalidate(id(token)));
    }

    /** Ends all tokens that a user has, and writes down who did it and why. Whether there is such a user. */
    public Mono<Boolean> revokeAll(UserId user, UserId operator, String reason) {
        return sql.sql("""
                        with u as (update users set tokens_from = now() where id = :user returning id, plan)
                        insert into account_changes (
                            user_id, operator, plan_before, plan_after, granted, tokens_revoked, reason)
                        select id, :operator, plan, plan, 0, true, :reason from u""")
                .bind("user", user.value())
                .bind("operator", operator.value())
                .bind("reason", reason)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .doOnNext(_ -> good.invalidateAll());
    }

    /** Deletes what nobody needs to know any more, tokens that could not be renewed either; the number of rows. */
    Mono<Long> sweep() {
        return sql.sql("""
                        delete from ended_tokens where id in
                            (select id from ended_tokens where forgotten_at < now() limit :max)""").bind("max", SWEPT_MAX).fetch().rowsUpdated();
    }

    private static Successor successor(Readable row) {
        return new Successor(
                new Stamp(
                        Objects.requireNonNull(row.get("successor", String.class)),
                        Objects.requireNonNull(row.get("successor_issued_at", Instant.class)),
                        Objects.requireNonNull(row.get("successor_expires_at", Instant.class))),
                Plan.of(Objects.requireNonNull(row.get("plan", String.class))));
    }

    // ClaimsCheck has demanded all of these.

    private static String id(Jwt token) {
        return Objects.requireNonNull(token.getId());
    }

    private static String user(Jwt token) {
        return Objects.requireNonNull(token.getSubject());
    }

    private static Instant issued(Jwt token) {
        return Objects.requireNonNull(token.getIssuedAt());
    }

    private static Instant forgottenAt(Jwt token) {
        return Objects.requireNonNull(token.getExpiresAt())
                .plus(ClaimsCheck.RENEWABLE_FOR)
                .plus(ClaimsCheck.SKEW_MAX);
    }
}
