package photoset.api.admission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.auth.Caller;
import photoset.api.problem.Envelope;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.uploads.CreateJobRequest;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Jobs")
class AdmissionController {
    private final JobCreation creation;

    AdmissionController(JobCreation creation) {
        this.creation = creation;
    }

    @Refuses({
        Problem.ITEM_LIMIT,
        Problem.INVALID_PRESET,
        Problem.JOB_NOT_FOUND,
        Problem.INVALID_TRANSITION,
        Problem.CONCURRENCY_LIMIT
    })
    @PostMapping("/jobs")
    @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Quoted", useReturnTypeSchema = true)
    @Operation(
            operationId = "createJob",
            summary = "Create a job and get the links for its photos; dry_run only quotes")
    Mono<ResponseEntity<Envelope<CreateJobResponse>>> create(
            ServerWebExchange exchange,
            Caller caller,
            @RequestBody CreateJobRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        var made = dryRun ? creation.quote(caller.user(), request) : creation.create(caller.user(), request);
        return made.map(answer -> ResponseEntity.status(dryRun ? HttpStatus.OK : HttpStatus.CREATED)
                .body(Envelope.of(exchange, answer)));
    }
}
