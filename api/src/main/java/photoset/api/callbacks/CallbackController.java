package photoset.api.callbacks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.Uncancelable;
import photoset.workflows.JobId;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Providers")
@SecurityScheme(
        name = CallbackController.SECRET,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        paramName = CallbackSecret.HEADER,
        description = "The secret of the providers; as the bearer it is good, too.")
class CallbackController {
    static final String SECRET = "callback";

    private final CallbackReceipts receipts;
    private final CallbackSecret secret;

    CallbackController(CallbackReceipts receipts, CallbackSettings settings) {
        this.receipts = receipts;
        this.secret = new CallbackSecret(settings.secret());
    }

    /** Whether the report had come before. */
    record Received(
            @JsonProperty("success") boolean success,
            @JsonProperty("duplicate") boolean duplicate) {}

    @Refuses({Problem.CALLBACK_UNAUTHORIZED, Problem.JOB_NOT_FOUND, Problem.INVALID_TRANSITION})
    @PostMapping("/jobs/{id}/callback")
    @SecurityRequirement(name = SECRET)
    @Operation(operationId = "reportPhoto", summary = "Report a photo; for GPU providers that hold the shared secret")
    Mono<Envelope<Received>> report(
            ServerWebExchange exchange, @PathVariable String id, @RequestBody Mono<ProviderReport> body) {
        secret.demand(exchange.getRequest().getHeaders());
        return body.flatMap(report -> Uncancelable.of(receipts.accept(job(id), report.checked())))
                .map(duplicate -> Envelope.of(exchange, new Received(true, duplicate)));
    }

    private static JobId job(String id) {
        return JobId.of(id).orElseThrow(() -> ApiException.because(Problem.JOB_NOT_FOUND));
    }
}
