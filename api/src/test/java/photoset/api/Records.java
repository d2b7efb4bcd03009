package photoset.api;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import photoset.api.jobstore.PostgresJobStore;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;
import tools.jackson.databind.json.JsonMapper;

/** An own migrated database with users in it, and plain questions to it. */
public final class Records implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private final TestPostgres.Database database;
    private final ConnectionPool pool;
    public final DatabaseClient sql;
    public final TransactionalOperator transaction;
    public final JsonMapper json = JsonMapper.builder().build();
    public final PostgresJobStore jobStore;

    public Records() {
        this(TestPostgres.fresh().migrated());
    }

    /** What workers wrote, by key. */
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();

    public Records(TestPostgres.Database database) {
        this.database = database;
        var server = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("127.0.0.1")
                .port(database.port())
                .database(database.name())
                .username(TestPostgres.APP)
                .build());
        this.pool = new ConnectionPool(ConnectionPoolConfiguration.builder(server)
                .initialSize(0)
                .maxSize(8)
                .build());
        this.sql = DatabaseClient.create(pool);
        this.transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
        this.jobStore = new PostgresJobStore(sql, transaction, json, (key, _) -> Optional.ofNullable(files.get(key)));
    }

    /** A user with that many credits, granted as the sign-up does. */
    public UserId user(String name, Plan plan, long credits) {
        run("insert into users (id, plan) values ('%s', '%s')".formatted(name, plan.id()));
        run("insert into credit_accounts values ('%s', %d, 0, 0)".formatted(name, credits));
        if (credits > 0) {
            run("insert into billing_events (user_id, kind, amount, cause) values ('%s', 'grant', %d, 'grant:start')"
                    .formatted(name, credits));
        }
        return new UserId(name);
    }

    /** A created job with that many photos. */
    public JobId job(UserId user, String name, int photos) {
        run("""
                with job as (
                    insert into jobs (id, user_id, preset, plan, status, total_items, last_seq, execute_window, expires_at)
                    select '%1$s', id, 'interior', plan, 'created', %2$d, 1, interval '1 day', now() + interval '1 hour'
                    from users where id = '%3$s'),
                told as (insert into job_events values ('%1$s', 1, 'status', '{"status": "created"}'))
                insert into job_items (job_id, idx, status, upload_key)
                select '%1$s', idx, 'pending', 'uploads/' || idx from generate_series(0, %2$d - 1) as idx
                """.formatted(name, photos, user.value()));
        return new JobId(name);
    }

    /** Changes something behind the api's back. */
    public void run(String statement) {
        sql.sql(statement).then().block(ANSWER_MAX);
    }

    /** Changes what the api may not change. */
    public void runAsOwner(String statement) {
        database.runAsOwner(statement);
    }

    public List<Map<String, Object>> rows(String query) {
        return Objects.requireNonNull(sql.sql(query).fetch().all().collectList().block(ANSWER_MAX));
    }

    /** The first column of every row, in words. */
    public List<String> words(String query) {
        return rows(query).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }

    /** The whole answer in one line, columns by blanks, rows by commas. */
    public String line(String query) {
        return String.join(
                ", ",
                rows(query).stream()
                        .map(row -> String.join(
                                " ", row.values().stream().map(String::valueOf).toList()))
                        .toList());
    }

    /** available held spent. */
    public String account(UserId user) {
        return line("select available, held, spent from credit_accounts where user_id = '" + user + "'");
    }

    public String status(JobId job) {
        return line("select status from jobs where id = '" + job + "'");
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
