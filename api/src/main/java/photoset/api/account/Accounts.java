package photoset.api.account;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import photoset.api.database.Columns;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;

/** The accounts. Every credit that appears is a {@code grant} in the billing events, in the same transaction. */
@Component
final class Accounts {
    private final DatabaseClient sql;
    private final TransactionalOperator transaction;

    Accounts(DatabaseClient sql, TransactionalOperator transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** Makes a user with the plan's credits: three rows, one statement. */
    Mono<UserId> open(Plan plan) {
        var user = new UserId(UUID.randomUUID().toString());
        return sql.sql("""
                        with u as (insert into users (id, plan) values (:user, :plan) returning id),
                             a as (insert into credit_accounts (user_id, available, held, spent)
                                   select id, :credits, 0, 0 from u returning user_id)
                        insert into billing_events (user_id, kind, amount, cause)
                        select user_id, 'grant', :credits, 'grant:start' from a""")
                .bind("user", user.value())
                .bind("plan", plan.id())
                .bind("credits", (long) plan.limits().creditsAtStart())
                .then()
                .thenReturn(user);
    }

    /** The account; empty when there is none. */
    Mono<Account> find(UserId user) {
        return sql.sql("""
                        select u.plan, a.available, a.held,
                               (select count(*) from rules r where r.user_id = u.id) as rule_slots,
                               (select count(*) from jobs j where j.user_id = u.id
                                   and not j.ended) as concurrent_jobs
                          from users u join credit_accounts a on a.user_id = u.id
                         where u.id = :user""")
                .bind("user", user.value())
                .map(row -> account(user, row))
                .one();
    }

    /** What an operator wants; null changes nothing. */
    record Change(@Nullable Plan plan, @Nullable Long grant, String reason) {
        /** In the billing events; a reason grants once. */
        String cause() {
            return "grant:admin:" + reason;
        }
    }

    /**
     * Does both or none. Empty when there is no such user.
     *
     * <p>Refuses with {@link Problem#ALREADY_GRANTED} when the reason has granted before; then nothing is changed.
     */
    Mono<Account> change(UserId user, UserId operator, Change change) {
        return lock(user)
                .flatMap(before -> plan(user, change)
                        .then(grant(user, change))
                        .flatMap(granted -> audit(user, operator, change, before, granted)))
                .as(transaction::transactional)
                .then(find(user));
    }

    private Mono<String> lock(UserId user) {
        // The account before the user, as admission does: two that lock in opposite order would wait for each other.
        return sql.sql(
                        "select u.plan from users u join credit_accounts a on a.user_id = u.id where u.id = :user for update of a")
                .bind("user", user.value())
                .map(row -> Columns.text(row, "plan"))
                .one();
    }

    private Mono<Void> plan(UserId user, Change change) {
        @Nullable Plan plan = change.plan();
        return plan == null
                ? Mono.empty()
                : sql.sql("update users set plan = :plan where id = :user")
                        .bind("plan", plan.id())
                        .bind("user", user.value())
                        .then();
    }

    /** The credits that were given now. */
    private Mono<Long> grant(UserId user, Change change) {
        @Nullable Long credits = change.grant();
        if (credits == null) {
            return Mono.just(0L);
        }
        return sql.sql("""
                        with e as (insert into billing_events (user_id, kind, amount, cause)
                                   values (:user, 'grant', :credits, :cause)
                                   on conflict (user_id, cause) do nothing returning amount)
                        update credit_accounts set available = available + e.amount
                          from e where user_id = :user""")
                .bind("user", user.value())
                .bind("credits", credits)
                .bind("cause", change.cause())
                .fetch()
                .rowsUpdated()
                .flatMap(rows ->
                        rows > 0 ? Mono.just(credits) : Mono.error(ApiException.because(Problem.ALREADY_GRANTED)));
    }

    private Mono<Void> audit(UserId user, UserId operator, Change change, String planBefore, long granted) {
        @Nullable Plan plan = change.plan();
        return sql.sql("""
                        insert into account_changes (user_id, operator, plan_before, plan_after, granted, reason)
                        values (:user, :operator, :before, :after, :granted, :reason)""")
                .bind("user", user.value())
                .bind("operator", operator.value())
                .bind("before", planBefore)
                .bind("after", plan == null ? planBefore : plan.id())
                .bind("granted", granted)
                .bind("reason", change.reason())
                .then();
    }

    private static Account account(UserId user, Readable row) {
        var plan = Plan.of(Columns.text(row, "plan"));
        var limits = plan.limits();
        return new Account(
                user,
                plan,
                Columns.number(row, "available"),
                Columns.number(row, "held"),
                (int) Columns.number(row, "rule_slots"),
                limits.ruleSlotsMax(),
                (int) Columns.number(row, "concurrent_jobs"),
                limits.jobsMax(),
                limits.photosPerJobMax());
    }
}
