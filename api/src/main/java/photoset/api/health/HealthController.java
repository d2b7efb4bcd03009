package photoset.api.health;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Health")
final class HealthController {
    private final Dependencies dependencies;

    HealthController(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    record Health(
            @Schema(allowableValues = "ok") @JsonProperty("status")
            String status,

            @JsonProperty("parts") Map<String, String> parts) {}

    @GetMapping("/health")
    @SecurityRequirements
    @Operation(
            operationId = "health",
            summary = "Say whether the api can serve",
            description =
                    "Names the database, the store and Temporal. 503 UNAVAILABLE while one of them is away; details "
                            + "name which.")
    Mono<Envelope<Health>> health(ServerWebExchange exchange) {
        return dependencies.states().map(states -> {
            if (states.containsValue(Dependencies.AWAY)) {
                throw unavailable(states);
            }
            return Envelope.of(exchange, new Health("ok", states));
        });
    }

    private static ApiException unavailable(Map<String, String> states) {
        List<Envelope.Detail> all = states.entrySet().stream()
                .map(state -> Envelope.Detail.field(state.getKey(), state.getValue()))
                .toList();
        var away = states.entrySet().stream()
                .filter(state -> state.getValue().equals(Dependencies.AWAY))
                .map(Map.Entry::getKey)
                .collect(joining(", "));
        return ApiException.because(Problem.UNAVAILABLE, "Away: " + away + ". Try again later.", all);
    }
}
