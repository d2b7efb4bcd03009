package photoset.api.instances;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import photoset.api.auth.Caller;
import photoset.api.ownmasks.MaskSource;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.text.DisplayName;
import photoset.api.uploads.Presigner;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@InRole(Role.WEB)
@Tag(name = "Jobs")
class InstanceController {
    /** Fits on a card of the studio. */
    private static final int NAME_CHARS_MAX = 40;

    private final InstanceQueries rows;
    private final StoredRunLengths files;
    private final Presigner presigner;

    InstanceController(InstanceQueries rows, StoredRunLengths files, Presigner presigner) {
        this.rows = rows;
        this.files = files;
        this.presigner = presigner;
    }

    /** A new name. */
    record InstanceName(
            @Schema(requiredMode = RequiredMode.REQUIRED, pattern = DisplayName.PATTERN, maxLength = NAME_CHARS_MAX)
            @JsonProperty("name")
            @Nullable
            String name) {}

    /** An instance that has its new name. */
    record NamedInstance(
            @JsonProperty("instance_id") String instanceId,
            @JsonProperty("name") String name) {}

    @Refuses({Problem.JOB_NOT_FOUND})
    @Parameter(
            name = "idx",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "0", maximum = "" + InstancePageRequest.IDX_MAX))
    @Parameter(
            name = "concept",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", minLength = 1, maxLength = InstancePageRequest.CONCEPT_CHARS_MAX))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = "integer",
                            minimum = "1",
                            maximum = "" + InstancePageRequest.PAGE_MAX,
                            defaultValue = "" + InstancePageRequest.PAGE_DEFAULT))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", pattern = InstanceCursor.PATTERN))
    @Parameter(
            name = "rle",
            in = ParameterIn.QUERY,
            description =
                    "Their pixels too; without them an album of hundreds of photos is a few pages of small records",
            schema = @Schema(type = "boolean", defaultValue = "true"))
    @GetMapping("/jobs/{id}/instances")
    @Operation(
            operationId = "listInstances",
            summary = "What was found, by photo, concept and label; the Link header leads to the next page",
            description = "Empty before anything was found, and when the pictures are no longer kept.")
    Mono<ResponseEntity<Envelope<List<InstanceView>>>> instances(
            ServerWebExchange exchange, Caller caller, @PathVariable String id) {
        var wanted = InstancePageRequest.of(exchange.getRequest().getQueryParams());
        int limit = wanted.limit();
        var job = id(id);
        var keys = new ObjectKeys(caller.user(), job);
        return rows.page(caller.user(), job, wanted)
                .collectList()
                .flatMap(found -> views(keys, wanted, found.subList(0, Math.min(limit, found.size())))
                        .map(page -> answer(exchange, page, found.size() > limit, limit)));
    }

    private Mono<List<InstanceView>> views(ObjectKeys keys, InstancePageRequest wanted, List<InstanceRow> page) {
        return files.of(keys, wanted.rle() ? page : List.of())
                .publishOn(Schedulers.parallel())
                .map(pixels -> page.stream().map(row -> view(row, pixels)).toList());
    }

    private InstanceView view(InstanceRow row, StoredRunLengths.OfInstances pixels) {
        return new InstanceView(
                row.idx(),
                row.concept(),
                row.instanceId(),
                row.name(),
                row.score(),
                row.box(),
                row.area(),
                row.label(),
                presigner.toMask(row.idx(), row.concept(), row.maskKey()),
                pixels.of(row),
                row.version(),
                MaskSource.of(row.version()));
    }

    private static ResponseEntity<Envelope<List<InstanceView>>> answer(
            ServerWebExchange exchange, List<InstanceView> page, boolean more, int limit) {
        var answer = ResponseEntity.ok();
        if (more) {
            var next = UriComponentsBuilder.fromPath(
                            exchange.getRequest().getPath().value())
                    .queryParams(exchange.getRequest().getQueryParams())
                    .replaceQueryParam("limit", limit)
                    .replaceQueryParam(
                            "cursor", InstanceCursor.of(page.getLast()).text())
                    .build();
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
        return answer.body(Envelope.of(exchange, page));
    }

    @Refuses({Problem.JOB_NOT_FOUND, Problem.NOT_FOUND})
    @PatchMapping("/jobs/{id}/instances/{instance_id}")
    @Operation(operationId = "nameInstance", summary = "Call an instance by a name, in all photos of the job")
    Mono<Envelope<NamedInstance>> name(
            ServerWebExchange exchange,
            Caller caller,
            @PathVariable String id,
            @Schema(maxLength = InstancePageRequest.CONCEPT_CHARS_MAX + 6) @PathVariable("instance_id") String instance,
            @RequestBody InstanceName wanted) {
        var name = name(wanted);
        return rows.name(caller.user(), id(id), instance, name)
                .then(Mono.fromSupplier(() -> Envelope.of(exchange, new NamedInstance(instance, name))));
    }

    private static String name(InstanceName wanted) {
        @Nullable String name = wanted.name();
        if (name == null || !DisplayName.fits(name, NAME_CHARS_MAX)) {
            refuse(List.of(Detail.field(
                    "name",
                    "must have 1 to " + NAME_CHARS_MAX + " characters, on one line, and not all of them blank")));
        }
        return Objects.requireNonNull(name).strip();
    }

    private static void refuse(List<Detail> broken) {
        if (!broken.isEmpty()) {
            throw ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken);
        }
    }

    /** What cannot be an id is nobody's job. */
    private static JobId id(String text) {
        return JobId.of(text).orElseThrow(() -> ApiException.because(Problem.JOB_NOT_FOUND));
    }
}
