package photoset.api.ownmasks;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.ownmasks.MaskResponses.MaskInUse;
import photoset.api.presets.Presets;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.MaskRuns;
import photoset.objects.ObjectStore;
import photoset.objects.ObjectVersion;
import photoset.workflows.ownmasks.MaskLimits;
import photoset.workflows.ownmasks.MaskOutcome;
import photoset.workflows.ownmasks.MaskRequest;
import photoset.workflows.segmentation.Concept;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes masks into use and steps back from them, while the job waits for a rule. */
@Component
@InRole(Role.WEB)
class OwnMasks {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final MaskQueries rows;
    private final Presets presets;
    private final ObjectStore store;
    private final MaskRuns runs;

    OwnMasks(MaskQueries rows, Presets presets, ObjectStore store, MaskRuns runs) {
        this.rows = rows;
        this.presets = presets;
        this.store = store;
        this.runs = runs;
    }

    /** What is known of a place whose concept is one of the job's preset. */
    Mono<MaskRow> row(MaskPlace place) {
        return rows.of(place).doOnNext(row -> concept(place, row));
    }

    /** Notes that a mask will be put there. */
    Mono<Void> announce(MaskPlace place) {
        return row(place).doOnNext(MaskRow::demandOpen).flatMap(_ -> rows.linked(place));
    }

    /** What was put counts from now on; the same file again is the version that it is. */
    Mono<MaskInUse> take(MaskPlace place) {
        return row(place)
                .doOnNext(MaskRow::demandOpen)
                .flatMap(row -> upload(place).flatMap(upload -> take(place, row, upload)));
    }

    private Mono<MaskInUse> take(MaskPlace place, MaskRow row, ObjectVersion upload) {
        if (upload.etag().equals(row.etag())) {
            return Mono.just(MaskInUse.of(place, row.version()));
        }
        if (row.kept() >= MaskLimits.VERSIONS_MAX) {
            return Mono.error(ApiException.because(
                    Problem.INVALID_TRANSITION,
                    "The photo has %d own masks of %s, which is all. Step back with DELETE before the next one."
                            .formatted(row.kept(), place.concept())));
        }
        var request = new MaskRequest(
                place.user(),
                place.job(),
                place.idx(),
                row.width(),
                row.height(),
                concept(place, row),
                row.last() + 1,
                upload.etag(),
                upload.bytes());
        return runs.take(request).flatMap(outcome -> answer(place, request, outcome));
    }

    private Mono<MaskInUse> answer(MaskPlace place, MaskRequest request, MaskOutcome outcome) {
        if (!outcome.etag().equals(request.etag())) {
            return Mono.error(ApiException.because(
                    Problem.INVALID_TRANSITION,
                    "Another mask was taken into use in this moment. Call again for this one."));
        }
        return switch (outcome.status()) {
            case TAKEN -> Mono.just(MaskInUse.of(place, request.version()));
            case UNFIT -> Mono.error(unfit(place, outcome.reason()));
            case TOO_LATE ->
                rows.of(place)
                        .doOnNext(MaskRow::demandOpen)
                        .then(Mono.error(ApiException.because(Problem.INVALID_TRANSITION, outcome.reason())));
            case UNAVAILABLE -> Mono.error(ApiException.forNow(Problem.UNAVAILABLE, outcome.reason(), RETRY_AFTER));
        };
    }

    /** The mask before counts again, in the end the model's. */
    Mono<MaskInUse> stepBack(MaskPlace place) {
        return row(place)
                .doOnNext(MaskRow::demandOpen)
                .flatMap(row -> row.version() == 0
                        ? Mono.error(ApiException.because(
                                Problem.NOT_FOUND, "The photo has no own mask of this concept to step back from."))
                        : rows.stepBack(place, row.version()))
                .flatMap(stepped -> rows.of(place).flatMap(now -> {
                    now.demandOpen();
                    return stepped
                            ? Mono.just(MaskInUse.of(place, now.version()))
                            : Mono.error(ApiException.because(
                                    Problem.INVALID_TRANSITION,
                                    "Another call changed the mask in this moment. Look at it, then call again."));
                }));
    }

    /** The key of the mask in use; refuses with {@link Problem#NOT_FOUND} when there is none. */
    Mono<String> key(MaskPlace place, MaskRow row) {
        row.demandPhoto();
        var keys = place.keys();
        var key = row.version() == 0
                ? keys.mask(place.idx(), place.concept())
                : keys.ownMask(place.idx(), place.concept(), row.version());
        return Mono.fromCallable(() -> row.readable() && store.version(key).isPresent())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(
                        isThere -> isThere
                                ? Mono.just(key)
                                : Mono.error(
                                        ApiException.because(
                                                Problem.NOT_FOUND,
                                                "There is no mask of this concept in the photo. Call segment, or put one of your own.")));
    }

    private Mono<ObjectVersion> upload(MaskPlace place) {
        var key = place.keys().maskUpload(place.idx(), place.concept());
        return Mono.fromCallable(() -> store.version(key))
                .subscribeOn(Schedulers.boundedElastic())
                .map(found -> found.orElseThrow(() -> unfit(
                        place,
                        "No mask was put. Ask for a link with POST /jobs/{id}/items/{idx}/masks, put the PNG there, then"
                                + " call again.")))
                .doOnNext(found -> {
                    if (found.bytes() > MaskLimits.BYTES_MAX) {
                        throw unfit(
                                place,
                                "The mask has %d bytes, %d are the most. Save it as PNG with fewer pixels."
                                        .formatted(found.bytes(), MaskLimits.BYTES_MAX));
                    }
                });
    }

    private static ApiException unfit(MaskPlace place, String reason) {
        return ApiException.because(Problem.UPLOAD_INCOMPLETE, reason, List.of(Detail.item(place.idx(), reason)));
    }

    private Concept concept(MaskPlace place, MaskRow row) {
        var preset = presets.find(row.preset()).orElseThrow(() -> ApiException.because(Problem.INVALID_PRESET));
        return preset.concept(place.concept())
                .orElseThrow(() -> ApiException.because(
                        Problem.VALIDATION_FAILED,
                        Problem.VALIDATION_FAILED.sentence(),
                        List.of(Detail.field("concept", "must be one of " + String.join(", ", preset.protectable())))));
    }
}
