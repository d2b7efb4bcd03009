package photoset.api.instances;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.auth.Caller;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.ObjectStore;
import photoset.workflows.JobId;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

@RestController
@InRole(Role.WEB)
@Tag(name = "Jobs")
class MaskExportController {
    private final ExportQueries queries;
    private final CocoFile coco;
    private final MaskZip zip;

    MaskExportController(ExportQueries queries, StoredRunLengths files, ObjectStore store, JsonMapper json) {
        this.queries = queries;
        this.coco = new CocoFile(json, files);
        this.zip = new MaskZip(json, files, store);
    }

    @Refuses({Problem.JOB_NOT_FOUND, Problem.NOT_FOUND})
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            required = true,
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"coco", "png", "polygon"}))
    @GetMapping("/jobs/{id}/masks")
    @ApiResponse(
            responseCode = "200",
            description = "The file, as it is written",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = CocoDocument.class)),
                @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary"))
            })
    @Operation(
            operationId = "exportMasks",
            summary = "All masks in use: coco is one JSON file, png and polygon are zips; streamed")
    Mono<ResponseEntity<Publisher<DataBuffer>>> export(
            ServerWebExchange exchange, Caller caller, @PathVariable String id) {
        var format = format(
                Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst("format")));
        var job = JobId.of(id).orElseThrow(() -> ApiException.because(Problem.JOB_NOT_FOUND));
        return queries.job(caller.user(), job)
                .map(exported -> ResponseEntity.ok()
                        .contentType(format.type())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(format.file()))
                        .body(streamed(exported, format)));
    }

    private static ExportFormat format(Optional<String> wanted) {
        return wanted.flatMap(ExportFormat::of)
                .orElseThrow(() -> ApiException.because(
                        Problem.VALIDATION_FAILED,
                        Problem.VALIDATION_FAILED.sentence(),
                        List.of(Detail.field("format", "must be one of " + ExportFormat.names()))));
    }

    /** Written in a thread that may wait, as fast as the client reads. */
    private Publisher<DataBuffer> streamed(ExportedJob job, ExportFormat format) {
        return DataBufferUtils.outputStreamPublisher(
                out -> write(job, format, out),
                DefaultDataBufferFactory.sharedInstance,
                task -> Schedulers.boundedElastic().schedule(task));
    }

    private void write(ExportedJob job, ExportFormat format, OutputStream out) {
        try {
            switch (format) {
                case COCO -> coco.write(job, out);
                case PNG -> zip.writePictures(job, out);
                case POLYGON -> zip.writeOutlines(job, out);
            }
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }
}
