package photoset.api.previews;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.auth.Caller;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Jobs")
class PreviewController {
    /** What has not come within the wait is the first look at a large photo, or queues behind albums. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Previews previews;

    PreviewController(Previews previews) {
        this.previews = previews;
    }

    @Refuses({
        Problem.JOB_NOT_FOUND,
        Problem.RULE_NOT_FOUND,
        Problem.INVALID_TRANSITION,
        Problem.ALREADY_CANCELED,
        Problem.UNKNOWN_CONCEPT,
        Problem.INVALID_PRESET
    })
    @PostMapping("/jobs/{id}/previews")
    @ApiResponse(responseCode = "200", description = "The preview", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "It is painted; ask again", useReturnTypeSchema = true)
    @Operation(
            operationId = "previewPhoto",
            summary = "One photo as a rule would make it, small and watermarked; free",
            description =
                    "Every concept of the rule must have been looked for in the photo. The same words are the same preview, which is painted once and kept for less than an hour.")
    Mono<ResponseEntity<Envelope<PreviewAnswer>>> preview(
            ServerWebExchange exchange, Caller caller, @PathVariable String id, @RequestBody PreviewRequest request) {
        return previews.preview(caller.user(), id(id), request).map(answer -> switch (answer.status()) {
            case DONE -> ResponseEntity.ok(Envelope.of(exchange, answer));
            case RUNNING ->
                ResponseEntity.accepted()
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(ASK_AGAIN_AFTER.toSeconds()))
                        .body(Envelope.of(exchange, answer));
        });
    }

    /** What cannot be an id is nobody's job. */
    private static JobId id(String text) {
        return JobId.of(text).orElseThrow(() -> ApiException.because(Problem.JOB_NOT_FOUND));
    }
}
