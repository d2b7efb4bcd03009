package photoset.api.sets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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
import photoset.api.temporal.SetWorkflowClient;
import photoset.api.temporal.Uncancelable;
import photoset.api.uploads.Presigner;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.SetId;
import photoset.workflows.UserId;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetState;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@InRole(Role.WEB)
@Tag(name = "Jobs")
class SetController {
    private final SetAdmission admission;
    private final SetQueries queries;
    private final SetWorkflowClient workflows;
    private final Presigner presigner;

    SetController(SetAdmission admission, SetQueries queries, SetWorkflowClient workflows, Presigner presigner) {
        this.admission = admission;
        this.queries = queries;
        this.workflows = workflows;
        this.presigner = presigner;
    }

    /** A set that is composed, or was already. */
    record AcceptedSet(
            @JsonProperty("set_id") SetId setId,
            @JsonProperty("status") SetState status) {}

    @Refuses({Problem.JOB_NOT_FOUND, Problem.INVALID_TRANSITION, Problem.CONCURRENCY_LIMIT})
    @PostMapping("/jobs/{id}/sets")
    @ApiResponse(responseCode = "202", description = "Accepted", useReturnTypeSchema = true)
    @Operation(
            operationId = "composeSet",
            summary = "Compose a set of the pictures of a job that has ended; free",
            description =
                    "Printed words follow Accept-Language. The same set asked for twice in a day is composed once.")
    Mono<ResponseEntity<Envelope<AcceptedSet>>> compose(
            ServerWebExchange exchange, Caller caller, @PathVariable String id, @RequestBody SetBody body) {
        var job = id(id);
        var begun = admission
                .admit(caller.user(), job, body, SetTerms.of(exchange))
                .flatMap(admitted -> begin(caller.user(), job, admitted));
        return Uncancelable.of(begun)
                .map(admitted -> ResponseEntity.accepted()
                        .body(Envelope.of(exchange, new AcceptedSet(admitted.set(), admitted.state()))));
    }

    /** A set whose start was lost is started when it is asked for again. */
    private Mono<SetAdmission.Admitted> begin(UserId user, JobId job, SetAdmission.Admitted admitted) {
        return admitted.state() == SetState.QUEUED
                ? workflows
                        .start(new SetRequest(user, job, admitted.set()), admitted.plan(), admitted.template())
                        .thenReturn(admitted)
                : Mono.just(admitted);
    }

    @Refuses(Problem.JOB_NOT_FOUND)
    @GetMapping("/jobs/{id}/sets")
    @Operation(
            operationId = "listSets",
            summary = "The sets of a job, oldest first",
            description = "Empty when the pictures are no longer kept.")
    Mono<Envelope<List<SetView>>> sets(ServerWebExchange exchange, Caller caller, @PathVariable String id) {
        var job = id(id);
        var keys = new ObjectKeys(caller.user(), job);
        return queries.of(caller.user(), job)
                .collectList()
                // Making hundreds of links would keep all other calls waiting on the event loop.
                .publishOn(Schedulers.parallel())
                .map(rows -> Envelope.of(
                        exchange,
                        rows.stream()
                                .map(row -> SetView.of(row, keys, presigner))
                                .toList()));
    }

    /** What cannot be an id is nobody's job. */
    private static JobId id(String text) {
        return JobId.of(text).orElseThrow(() -> ApiException.because(Problem.JOB_NOT_FOUND));
    }
}
