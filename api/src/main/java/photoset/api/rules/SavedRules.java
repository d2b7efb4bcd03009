package photoset.api.rules;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import photoset.api.database.Columns;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Rule;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The kept rules. Every call is bound to an owner; another owner's rule does not exist. */
@Component
public final class SavedRules {
    // Written with the declared type: an erased map would lose the actions' names.
    private static final TypeReference<Map<String, Action>> CONCEPTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> PROTECT = new TypeReference<>() {};

    private final DatabaseClient sql;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    SavedRules(DatabaseClient sql, TransactionalOperator transaction, JsonMapper json) {
        this.sql = sql;
        this.transaction = transaction;
        this.json = json;
    }

    /** What a user says about a rule. */
    record Content(String name, Rule rule) {}

    /** The owner's rule; fails with {@link Problem#RULE_NOT_FOUND} when the owner has none of that id. */
    public Mono<SavedRule> find(UserId owner, String id) {
        return select(owner, id, "");
    }

    /** The owner's rules, newest first. */
    Flux<SavedRule> all(UserId owner) {
        return sql.sql("select * from rules where user_id = :owner order by created_at desc, id desc")
                .bind("owner", owner.value())
                .map(this::read)
                .all();
    }

    /** Keeps a new rule; fails with {@link Problem#RULE_SLOT_LIMIT} when the plan's slots are in use. */
    Mono<SavedRule> add(UserId owner, String presetId, Content content) {
        return slotsMax(owner)
                .flatMap(max -> sql.sql("""
                                insert into rules (id, user_id, preset_id, name, concepts, protect)
                                select :id, :owner, :preset, :name, cast(:concepts as json), cast(:protect as json)
                                 where (select count(*) from rules where user_id = :owner) < :max
                                returning *""")
                        .bind("id", UUID.randomUUID().toString())
                        .bind("owner", owner.value())
                        .bind("preset", presetId)
                        .bind("name", content.name())
                        .bind("concepts", concepts(content))
                        .bind("protect", protect(content))
                        .bind("max", max)
                        .map(this::read)
                        .one()
                        .switchIfEmpty(Mono.error(() -> ApiException.because(
                                Problem.RULE_SLOT_LIMIT,
                                "All %d rule slots of the plan are in use; delete a rule first.".formatted(max)))))
                .as(transaction::transactional);
    }

    /** Replaces the rule by what {@code change} makes of it; two changes at once follow each other. */
    Mono<SavedRule> change(UserId owner, String id, Function<SavedRule, Content> change) {
        return select(owner, id, " for update")
                .map(change)
                .flatMap(content -> sql.sql("""
                                update rules set name = :name, concepts = cast(:concepts as json), protect = cast(:protect as json),
                                       updated_at = now()
                                 where id = :id and user_id = :owner
                                returning *""")
                        .bind("name", content.name())
                        .bind("concepts", concepts(content))
                        .bind("protect", protect(content))
                        .bind("id", id)
                        .bind("owner", owner.value())
                        .map(this::read)
                        .one())
                .as(transaction::transactional);
    }

    /** Frees the slot. */
    Mono<Void> delete(UserId owner, String id) {
        return sql.sql("delete from rules where user_id = :owner and id = :id")
                .bind("owner", owner.value())
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .switchIfEmpty(notFound())
                .then();
    }

    private Mono<SavedRule> select(UserId owner, String id, String lock) {
        return sql.sql("select * from rules where user_id = :owner and id = :id" + lock)
                .bind("owner", owner.value())
                .bind("id", id)
                .map(this::read)
                .one()
                .switchIfEmpty(notFound());
    }

    /** Locks the owner, so that two additions at once cannot both take the last slot. */
    private Mono<Integer> slotsMax(UserId owner) {
        return sql.sql("select plan from users where id = :owner for update")
                .bind("owner", owner.value())
                .map(row -> Columns.text(row, "plan"))
                .one()
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.TOKEN_INVALID)))
                .map(plan -> Plan.of(plan).limits().ruleSlotsMax());
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(() -> ApiException.because(Problem.RULE_NOT_FOUND));
    }

    /** Bound as text: the driver's own JSON type is jsonb, which forgets the order. */
    private String concepts(Content content) {
        return json.writerFor(CONCEPTS).writeValueAsString(content.rule().concepts());
    }

    private String protect(Content content) {
        return json.writeValueAsString(content.rule().protect());
    }

    private SavedRule read(Readable row) {
        return new SavedRule(
                Columns.text(row, "id"),
                Columns.text(row, "name"),
                Columns.text(row, "preset_id"),
                json.readValue(Columns.text(row, "concepts"), CONCEPTS),
                json.readValue(Columns.text(row, "protect"), PROTECT),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }
}
