package photoset.api.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.problem.Envelope;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Health")
final class HealthController {
    /** Anybody may ask, so the answer of one question serves all that come within this time. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final Mono<Health> asked;

    HealthController(DatabaseClient sql) {
        this.asked = sql.sql("select 1")
                .map(_ -> new Health("ok", Map.of("database", "up")))
                .one()
                .cache(_ -> FRESH_FOR, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    record Health(
            @JsonProperty("status") String status,
            @JsonProperty("parts") Map<String, String> parts) {}

    @GetMapping("/health")
    @SecurityRequirements
    @Operation(
            operationId = "health",
            summary = "Say whether the api can serve",
            description = "503 UNAVAILABLE while the database is away.")
    Mono<Envelope<Health>> health(ServerWebExchange exchange) {
        return asked.map(health -> Envelope.of(exchange, health));
    }
}
