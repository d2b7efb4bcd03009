package photoset.api.ownmasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.auth.Caller;
import photoset.api.ownmasks.MaskResponses.MaskBody;
import photoset.api.ownmasks.MaskResponses.MaskInUse;
import photoset.api.ownmasks.MaskResponses.MaskUpload;
import photoset.api.ownmasks.MaskResponses.MaskView;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.uploads.Presigner;
import photoset.workflows.JobId;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Jobs")
class MaskController {
    /** The longest id of a concept. */
    private static final int CONCEPT_CHARS_MAX = 64;

    /** Higher than any photo's; more digits are none. */
    private static final String IDX_MAX = "99999";

    private final OwnMasks masks;
    private final Presigner presigner;

    MaskController(OwnMasks masks, Presigner presigner) {
        this.masks = masks;
        this.presigner = presigner;
    }

    @Refuses({
        Problem.JOB_NOT_FOUND,
        Problem.NOT_FOUND,
        Problem.INVALID_TRANSITION,
        Problem.ALREADY_CANCELED,
        Problem.INVALID_PRESET
    })
    @PostMapping("/jobs/{id}/items/{idx}/masks")
    @Operation(operationId = "linkMask", summary = "Where to put an own mask of a concept in a photo")
    Mono<Envelope<MaskUpload>> link(
            ServerWebExchange exchange,
            Caller caller,
            @PathVariable String id,
            @Schema(minimum = "0", maximum = IDX_MAX) @PathVariable int idx,
            @RequestBody MaskBody wanted) {
        var place = place(caller, id, idx, concept(wanted));
        var key = place.keys().maskUpload(idx, place.concept());
        return masks.announce(place)
                .then(Mono.fromSupplier(() -> Envelope.of(
                        exchange,
                        new MaskUpload(place.job().value(), idx, place.concept(), presigner.toPutMask(idx, key)))));
    }

    @Refuses({
        Problem.JOB_NOT_FOUND,
        Problem.NOT_FOUND,
        Problem.INVALID_TRANSITION,
        Problem.ALREADY_CANCELED,
        Problem.UPLOAD_INCOMPLETE,
        Problem.INVALID_PRESET
    })
    @PutMapping("/jobs/{id}/items/{idx}/masks/{concept}")
    @Operation(
            operationId = "useMask",
            summary = "Use the mask that was put, as the next version, in the place of the model's")
    Mono<Envelope<MaskInUse>> use(
            ServerWebExchange exchange,
            Caller caller,
            @PathVariable String id,
            @Schema(minimum = "0", maximum = IDX_MAX) @PathVariable int idx,
            @Schema(maxLength = CONCEPT_CHARS_MAX) @PathVariable String concept) {
        return masks.take(place(caller, id, idx, concept)).map(now -> Envelope.of(exchange, now));
    }

    @Refuses({
        Problem.JOB_NOT_FOUND,
        Problem.NOT_FOUND,
        Problem.INVALID_TRANSITION,
        Problem.ALREADY_CANCELED,
        Problem.INVALID_PRESET
    })
    @DeleteMapping("/jobs/{id}/items/{idx}/masks/{concept}")
    @Operation(operationId = "stepBackMask", summary = "Step back one version, in the end to the model's mask")
    Mono<Envelope<MaskInUse>> stepBack(
            ServerWebExchange exchange,
            Caller caller,
            @PathVariable String id,
            @Schema(minimum = "0", maximum = IDX_MAX) @PathVariable int idx,
            @Schema(maxLength = CONCEPT_CHARS_MAX) @PathVariable String concept) {
        return masks.stepBack(place(caller, id, idx, concept)).map(now -> Envelope.of(exchange, now));
    }

    @Refuses({Problem.JOB_NOT_FOUND, Problem.NOT_FOUND, Problem.INVALID_PRESET})
    @GetMapping("/jobs/{id}/items/{idx}/masks/{concept}")
    @Operation(operationId = "getMask", summary = "The mask of a concept in a photo that is in use, and whose it is")
    Mono<Envelope<MaskView>> mask(
            ServerWebExchange exchange,
            Caller caller,
            @PathVariable String id,
            @Schema(minimum = "0", maximum = IDX_MAX) @PathVariable int idx,
            @Schema(maxLength = CONCEPT_CHARS_MAX) @PathVariable String concept) {
        var place = place(caller, id, idx, concept);
        return masks.row(place)
                .flatMap(row -> masks.key(place, row)
                        .map(key -> new MaskView(
                                idx,
                                concept,
                                row.version(),
                                MaskSource.of(row.version()),
                                presigner.toMask(idx, concept, key))))
                .map(view -> Envelope.of(exchange, view));
    }

    private static String concept(MaskBody wanted) {
        @Nullable String concept = wanted.concept();
        if (concept == null) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED,
                    Problem.VALIDATION_FAILED.sentence(),
                    List.of(Detail.field("concept", "must be the id of a concept")));
        }
        return concept;
    }

    /** What cannot be an id is nobody's job. */
    private static MaskPlace place(Caller caller, String id, int idx, String concept) {
        var job = JobId.of(id).orElseThrow(() -> ApiException.because(Problem.JOB_NOT_FOUND));
        return new MaskPlace(caller.user(), job, idx, concept);
    }
}
