package photoset.api.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Account")
final class TokenController {
    private final TokenIssuer tokens;
    private final EndedTokens ended;

    TokenController(TokenIssuer tokens, EndedTokens ended) {
        this.tokens = tokens;
        this.ended = ended;
    }

    record Renewed(
            @JsonProperty("user_id") UserId userId,
            @JsonProperty("token") String token,
            @JsonProperty("plan") Plan plan) {}

    record Revoked(@JsonProperty("revoked") boolean revoked) {}

    @Refuses(Problem.FORBIDDEN)
    @PostMapping("/auth/refresh")
    @Operation(
            operationId = "refreshToken",
            summary = "Take a new token in place of the old one",
            description =
                    "The old token is sent as the bearer, good or expired for less than 30 days, and ends. Should "
                            + "the answer be lost: asked again with the old token the same new one comes, until that was used. "
                            + "An Idempotency-Key has no effect here: a token is not kept to be replayed.")
    Mono<Envelope<Renewed>> refresh(Caller caller, ServerWebExchange exchange) {
        if (caller.admin()) {
            throw ApiException.because(
                    Problem.FORBIDDEN, "An operator's token is not renewed; make one with the command token --admin.");
        }
        return token(exchange)
                .flatMap(old -> ended.replace(old, tokens.next()))
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.TOKEN_INVALID)))
                .map(successor -> Envelope.of(
                        exchange,
                        new Renewed(caller.user(), tokens.issue(caller.user(), successor.stamp()), successor.plan())));
    }

    @PostMapping("/auth/revoke")
    @Operation(
            operationId = "revokeToken",
            summary = "End the token that is sent",
            description =
                    "For a device that signs out. An anonymous account has no other key: take a new token first, or "
                            + "the account with its credits is out of reach.")
    Mono<Envelope<Revoked>> revoke(Caller caller, ServerWebExchange exchange) {
        return token(exchange)
                .flatMap(ended::revoke)
                .then(Mono.fromSupplier(() -> Envelope.of(exchange, new Revoked(true))));
    }

    private static Mono<Jwt> token(ServerWebExchange exchange) {
        return exchange.getPrincipal().ofType(JwtAuthenticationToken.class).map(JwtAuthenticationToken::getToken);
    }
}
