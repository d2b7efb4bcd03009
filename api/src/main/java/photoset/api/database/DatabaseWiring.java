package photoset.api.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import photoset.api.health.Dependency;

/** Gives the pool and the migrations the same address, each its own user. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseWiring {
    /** How long a request waits for a connection; a database that is away is said to be away, not waited for. */
    private static final Duration ACQUIRE_MAX = Duration.ofSeconds(3);

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    /** A connection is renewed now and then, so that a moved server is followed. */
    private static final Duration CONNECTION_LIFE_MAX = Duration.ofMinutes(30);

    private static final int CONNECT_RETRIES = 20;

    private static final int CONNECT_RETRY_SECONDS_MAX = 5;

    @Bean(destroyMethod = "dispose")
    ConnectionPool connections(DatabaseSettings settings) {
        var server = PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.name())
                .username(settings.user())
                .connectTimeout(CONNECT_MAX)
                .sslMode(SSLMode.valueOf(settings.tls().mode().name()))
                .statementTimeout(settings.statementTimeout())
                .applicationName("photoset-api");
        @Nullable String password = settings.password();
        if (password != null) {
            server.password(password);
        }
        var rootCertificate = settings.tls().rootCertificate();
        if (rootCertificate != null) {
            server.sslRootCert(rootCertificate.toString());
        }
        return new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(server.build()))
                .name("records")
                .initialSize(0)
                .maxSize(settings.poolMax())
                .maxAcquireTime(ACQUIRE_MAX)
                .maxLifeTime(CONNECTION_LIFE_MAX)
                .build());
    }

    @Bean
    Dependency database(DatabaseClient sql) {
        return new Dependency("database", sql.sql("select 1").fetch().rowsUpdated());
    }

    /** Waits for a database that is still starting, which is usual when everything starts at once. */
    @Bean
    Flyway migrations(DatabaseSettings settings) {
        @Nullable String owner = settings.migrationUser();
        return Flyway.configure()
                .dataSource(
                        settings.jdbcUrl(),
                        owner == null ? settings.user() : owner,
                        owner == null ? settings.password() : settings.migrationPassword())
                .placeholders(Map.of("app", settings.user()))
                .callbacks(new ServingRole(settings))
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(CONNECT_RETRY_SECONDS_MAX)
                .load();
    }

    @Bean
    FlywayMigrationInitializer migrated(Flyway migrations, DatabaseSettings settings) {
        return new FlywayMigrationInitializer(migrations, new Migrations(settings));
    }
}
