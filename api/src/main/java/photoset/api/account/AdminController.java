package photoset.api.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.auth.Caller;
import photoset.api.auth.EndedTokens;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Admin")
final class AdminController {
    /** Far above any honest gift; a slip of the key stays small. */
    private static final long GRANT_MAX = 1_000_000;

    private static final String REASON_PATTERN = "^[\\x21-\\x7e]{1,200}$";

    private static final Pattern REASON = Pattern.compile(REASON_PATTERN);

    private static final Detail REASON_NEEDED =
            Detail.field("reason", "is needed: 1 to 200 visible ASCII characters without spaces");

    private final Accounts accounts;
    private final EndedTokens tokens;

    AdminController(Accounts accounts, EndedTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** Absent changes nothing. */
    record AccountChange(
            @JsonProperty("plan") @Nullable Plan plan,

            @Schema(minimum = "1", maximum = "" + GRANT_MAX) @JsonProperty("grant") @Nullable
            Long grant,

            @Schema(requiredMode = RequiredMode.REQUIRED, pattern = REASON_PATTERN) @JsonProperty("reason") @Nullable
            String reason) {}

    @Refuses({Problem.NOT_FOUND, Problem.ALREADY_GRANTED})
    @PatchMapping("/admin/users/{id}")
    @Operation(
            operationId = "changeAccount",
            summary = "Change a user's plan, grant credits",
            description = "Needs the scope admin. The reason (visible ASCII, no spaces) is kept; one that has granted "
                    + "credits to this user grants none again, but is refused with 409 ALREADY_GRANTED.")
    Mono<Envelope<Account>> change(
            Caller caller, @PathVariable String id, @RequestBody AccountChange wanted, ServerWebExchange exchange) {
        var change = checked(wanted);
        return Mono.justOrEmpty(user(id))
                .flatMap(user -> accounts.change(user, caller.user(), change))
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.NOT_FOUND, "There is no such user.")))
                .map(account -> Envelope.of(exchange, account));
    }

    /** Why all tokens end. */
    record Revocation(
            @Schema(requiredMode = RequiredMode.REQUIRED, pattern = REASON_PATTERN) @JsonProperty("reason") @Nullable
            String reason) {}

    /** Whose tokens ended. */
    @Schema(name = "RevokedTokens")
    record Revoked(
            @JsonProperty("user_id") UserId userId,
            @JsonProperty("revoked") boolean revoked) {}

    @Refuses(Problem.NOT_FOUND)
    @PostMapping("/admin/users/{id}/revoke-tokens")
    @Operation(
            operationId = "revokeTokens",
            summary = "End all tokens of a user",
            description =
                    "Needs the scope admin and a reason, which is kept. The account stays as it is; a new token for its "
                            + "owner is made with the command token --user.")
    Mono<Envelope<Revoked>> revoke(
            Caller caller, @PathVariable String id, @RequestBody Revocation wanted, ServerWebExchange exchange) {
        @Nullable String reason = wanted.reason();
        if (reason == null || !REASON.matcher(reason).matches()) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), List.of(REASON_NEEDED));
        }
        return Mono.justOrEmpty(user(id))
                .filterWhen(user -> tokens.revokeAll(user, caller.user(), reason))
                .switchIfEmpty(Mono.error(() -> ApiException.because(Problem.NOT_FOUND, "There is no such user.")))
                .map(user -> Envelope.of(exchange, new Revoked(user, true)));
    }

    private static Accounts.Change checked(AccountChange wanted) {
        List<Detail> broken = new ArrayList<>();
        @Nullable Long grant = wanted.grant();
        if (grant == null && wanted.plan() == null) {
            broken.add(Detail.field("", "Name a plan, a grant or both."));
        }
        if (grant != null && (grant < 1 || grant > GRANT_MAX)) {
            broken.add(Detail.field("grant", "must be 1 to " + GRANT_MAX));
        }
        @Nullable String reason = wanted.reason();
        if (reason == null || !REASON.matcher(reason).matches()) {
            broken.add(REASON_NEEDED);
        }
        if (!broken.isEmpty()) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), List.copyOf(broken));
        }
        return new Accounts.Change(wanted.plan(), grant, String.valueOf(reason));
    }

    private static Optional<UserId> user(String id) {
        try {
            return Optional.of(new UserId(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
