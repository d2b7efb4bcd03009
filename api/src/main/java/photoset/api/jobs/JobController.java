package photoset.api.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.auth.Caller;
import photoset.api.execution.ExecuteRequest;
import photoset.api.execution.SegmentBody;
import photoset.api.idempotency.RequestKey;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.sets.SetTerms;
import photoset.api.uploads.Presigner;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.job.JobState;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@InRole(Role.WEB)
@Tag(name = "Jobs")
class JobController {
    static final int PAGE_MAX = 100;

    private final JobCommands commands;
    private final SegmentationSteering segmentation;
    private final DryRuns dryRuns;
    private final JobQueries queries;
    private final Presigner presigner;

    JobController(
            JobCommands commands,
            SegmentationSteering segmentation,
            DryRuns dryRuns,
            JobQueries queries,
            Presigner presigner) {
        this.commands = commands;
        this.segmentation = segmentation;
        this.dryRuns = dryRuns;
        this.queries = queries;
        this.presigner = presigner;
    }

    @Refuses({
        Problem.JOB_NOT_FOUND,
        Problem.INVALID_TRANSITION,
        Problem.ALREADY_CANCELED,
        Problem.UPLOAD_INCOMPLETE,
        Problem.INSUFFICIENT_CREDITS
    })
    @PostMapping("/jobs/{id}/confirm-upload")
    @Operation(operationId = "confirmUpload", summary = "Check every upload and hold the credits")
    Mono<Envelope<JobResponses.Confirmed>> confirm(ServerWebExchange exchange, Caller caller, @PathVariable String id) {
        var job = id(id);
        return commands.confirm(call(exchange, caller, job))
                .map(receipt -> Envelope.of(exchange, JobResponses.Confirmed.of(job, receipt)));
    }

    @Refuses({
        Problem.JOB_NOT_FOUND,
        Problem.INVALID_TRANSITION,
        Problem.ALREADY_CANCELED,
        Problem.UNKNOWN_CONCEPT,
        Problem.UNSUPPORTED_BY_SEGMENTER,
        Problem.INVALID_PRESET
    })
    @PostMapping("/jobs/{id}/segment")
    @ApiResponse(responseCode = "202", description = "Accepted", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Quoted", useReturnTypeSchema = true)
    @Operation(
            operationId = "segmentJob",
            summary =
                    "Find concepts in every photo of a confirmed job before there is a rule; free. dry_run only quotes")
    Mono<ResponseEntity<Envelope<JobResponses.Segmenting>>> segment(
            ServerWebExchange exchange,
            Caller caller,
            @PathVariable String id,
            @RequestBody SegmentBody wanted,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        var call = call(exchange, caller, id(id));
        var made = dryRun
                ? dryRuns.segment(call, wanted)
                : segmentation
                        .segment(call, wanted)
                        .map(job -> new JobResponses.Segmenting(job, SegmentationState.RUNNING, null));
        return made.map(answer -> answered(exchange, dryRun, answer));
    }

    @Refuses({
        Problem.JOB_NOT_FOUND,
        Problem.RULE_NOT_FOUND,
        Problem.INVALID_TRANSITION,
        Problem.ALREADY_CANCELED,
        Problem.INSUFFICIENT_CREDITS,
        Problem.UNKNOWN_CONCEPT,
        Problem.INVALID_PRESET
    })
    @PostMapping("/jobs/{id}/execute")
    @ApiResponse(responseCode = "202", description = "Accepted", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Quoted", useReturnTypeSchema = true)
    @Operation(
            operationId = "executeJob",
            summary = "Apply a rule to every photo of a confirmed job; dry_run only quotes")
    Mono<ResponseEntity<Envelope<JobResponses.Queued>>> execute(
            ServerWebExchange exchange,
            Caller caller,
            @PathVariable String id,
            @RequestBody ExecuteRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        var call = call(exchange, caller, id(id));
        var made = dryRun
                ? dryRuns.execute(call, request, SetTerms.of(exchange))
                : commands.execute(call, request, SetTerms.of(exchange))
                        .map(job -> new JobResponses.Queued(job, JobState.QUEUED, null));
        return made.map(answer -> answered(exchange, dryRun, answer));
    }

    private static <T> ResponseEntity<Envelope<T>> answered(ServerWebExchange exchange, boolean dryRun, T answer) {
        return ResponseEntity.status(dryRun ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(Envelope.of(exchange, answer));
    }

    @Refuses({Problem.JOB_NOT_FOUND, Problem.INVALID_TRANSITION, Problem.ALREADY_CANCELED})
    @PostMapping("/jobs/{id}/cancel")
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job that has not ended; what was not delivered is not paid")
    Mono<Envelope<JobResponses.Canceled>> cancel(ServerWebExchange exchange, Caller caller, @PathVariable String id) {
        return commands.cancel(call(exchange, caller, id(id)))
                .map(job -> Envelope.of(exchange, new JobResponses.Canceled(job, true)));
    }

    @Refuses(Problem.JOB_NOT_FOUND)
    @GetMapping("/jobs/{id}")
    @ApiResponse(responseCode = "200", description = "The job", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "304", description = "Unchanged", content = @Content)
    @Operation(operationId = "getJob", summary = "Everything about a job; answers 304 to the ETag of an unchanged one")
    Mono<ResponseEntity<Envelope<JobResponses.One>>> job(
            ServerWebExchange exchange,
            Caller caller,
            @PathVariable String id,
            @Schema(pattern = "^[^\\x00-\\x1f\\x7f]*$")
                    @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable
                    String known) {
        long period = presigner.period(Clock.systemUTC().instant());
        var theirs = JobVersion.parse(known);
        long unchanged = theirs.period() == period ? theirs.seq() : -1;
        var job = id(id);
        var keys = new ObjectKeys(caller.user(), job);
        var found = queries.details(caller.user(), job, unchanged);
        // Making hundreds of links would keep all other calls waiting on the event loop.
        return found.publishOn(Schedulers.parallel()).map(details -> {
            var version = new JobVersion(details.lastSeq(), period);
            var answer = ResponseEntity.status(version.equals(theirs) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                    .header(HttpHeaders.ETAG, version.tag())
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            return version.equals(theirs)
                    ? answer.build()
                    : answer.body(Envelope.of(exchange, new JobResponses.One(JobView.of(details, keys, presigner))));
        });
    }

    @GetMapping("/jobs")
    @Operation(operationId = "listJobs", summary = "Own jobs, newest first; the Link header leads to the next page")
    Mono<ResponseEntity<Envelope<List<JobSummary>>>> jobs(
            ServerWebExchange exchange,
            Caller caller,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "" + PAGE_MAX, defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    int limit,
            @Schema(pattern = PageCursor.PATTERN) @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED,
                    Problem.VALIDATION_FAILED.sentence(),
                    List.of(Detail.field("limit", "must be 1 to " + PAGE_MAX)));
        }
        return queries.page(caller.user(), PageCursor.parse(cursor), limit)
                .collectList()
                .map(found -> page(exchange, found, limit));
    }

    private static ResponseEntity<Envelope<List<JobSummary>>> page(
            ServerWebExchange exchange, List<JobSummary> found, int limit) {
        var answer = ResponseEntity.ok();
        if (found.size() <= limit) {
            return answer.body(Envelope.of(exchange, found));
        }
        var page = found.subList(0, limit);
        return answer.header(
                        HttpHeaders.LINK,
                        "</jobs?limit=%d&cursor=%s>; rel=\"next\""
                                .formatted(limit, PageCursor.of(page.getLast()).text()))
                .body(Envelope.of(exchange, page));
    }

    static JobCall call(ServerWebExchange exchange, Caller caller, JobId job) {
        return new JobCall(caller.user(), job, RequestKey.of(exchange));
    }

    /** What cannot be an id is nobody's job. */
    static JobId id(String text) {
        return JobId.of(text).orElseThrow(() -> ApiException.because(Problem.JOB_NOT_FOUND));
    }
}
