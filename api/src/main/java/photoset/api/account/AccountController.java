package photoset.api.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.auth.Caller;
import photoset.api.auth.TokenIssuer;
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
final class AccountController {
    private final Accounts accounts;
    private final TokenIssuer tokens;

    AccountController(Accounts accounts, TokenIssuer tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    record SignUp(
            @JsonProperty("user_id") UserId userId,
            @JsonProperty("token") String token,
            @JsonProperty("plan") Plan plan,
            @JsonProperty("is_new") boolean isNew) {}

    @Refuses(Problem.RATE_LIMITED)
    @PostMapping("/auth/anon")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "signUp",
            summary = "Open an anonymous account",
            description =
                    "Every call opens a new account with the free plan's credits; the token is its only key. "
                            + "An Idempotency-Key has no effect here: a replay would hand the token to whoever guesses the key.")
    Mono<Envelope<SignUp>> signUp(ServerWebExchange exchange) {
        return accounts.open(Plan.FREE)
                .map(user -> Envelope.of(exchange, new SignUp(user, tokens.issue(user), Plan.FREE, true)));
    }

    @GetMapping("/me")
    @Operation(operationId = "me", summary = "Show the own account")
    Mono<Envelope<Account>> me(Caller caller, ServerWebExchange exchange) {
        return accounts.find(caller.user())
                .switchIfEmpty(Mono.error(
                        () -> ApiException.because(Problem.TOKEN_INVALID, "The token's user has no account here.")))
                .map(account -> Envelope.of(exchange, account));
    }
}
