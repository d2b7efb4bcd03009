package photoset.api.previews;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.execution.ExecutionResolver;
import photoset.api.execution.ExecutionResolver.Owned;
import photoset.api.jobstore.PhotoChoices;
import photoset.api.previews.PreviewRows.OfJob;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.FileHash;
import photoset.objects.ObjectStore;
import photoset.objects.ObjectVersion;
import photoset.workflows.ObjectKeys;
import photoset.workflows.job.Execution;
import photoset.workflows.job.InstanceChoice;
import photoset.workflows.jobstore.ExecutionReceipt.PhotoChoice;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.previews.PreviewTask.MaskVersion;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentedPhoto;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Turns a call for a preview into an order that names everything that decides the picture. */
@Component
@InRole(Role.WEB)
class PreviewOrders {
    /** Masks that are looked for at once; a rule names a few. */
    private static final int SIDE_BY_SIDE = 8;

    /** Of what was found nothing but its pixels shows. */
    private static final String ANY_MODEL = "any";

    /** The version of a mask that nobody has to keep. */
    private static final String NOWHERE = "nowhere";

    private final ExecutionResolver executions;
    private final PhotoChoices choices;
    private final ObjectStore store;
    private final JsonMapper json;

    PreviewOrders(ExecutionResolver executions, PhotoChoices choices, ObjectStore store, JsonMapper json) {
        this.executions = executions;
        this.choices = choices;
        this.store = store;
        this.json = json;
    }

    /** A mask and which bytes it has; null when nothing lies there. */
    private record Found(MaskRef mask, @Nullable String version) {}

    /**
     * The order.
     *
     * <p>Refuses what an execute call is refused for, and with {@link Problem#INVALID_TRANSITION} naming every concept that
     * was not looked for in the photo.
     */
    Mono<PreviewTask> order(ObjectKeys keys, OfJob job, PhotoRef photo, PreviewRequest request) {
        return executions
                .withoutSet(new Owned(keys.user(), keys.job(), job.preset(), job.plan()), request.asExecution())
                .flatMap(execution -> choices.of(keys.job(), execution)
                        .flatMap(chosen -> order(keys, job, photo, chosen(execution, chosen, photo.idx()))));
    }

    /** A rule with what was chosen for the photo. */
    private record Chosen(RenderSpec spec, List<MaskRef> ownMasks) {}

    private static Chosen chosen(Execution execution, List<PhotoChoice> all, int idx) {
        var only = execution.variants().getFirst();
        var own = all.stream()
                .filter(choice -> choice.idx() == idx)
                .findFirst()
                .orElse(new PhotoChoice(idx, List.of(), List.of()));
        InstanceChoice choice = only.instances();
        var spec = only.spec().choosing(refs(choice.exclude(), own.instances()), refs(choice.lock(), own.instances()));
        return new Chosen(spec.asPreview(), own.ownMasks());
    }

    private static List<InstanceRef> refs(List<String> ids, List<InstanceRef> instances) {
        return instances.stream().filter(one -> ids.contains(one.id())).toList();
    }

    private Mono<PreviewTask> order(ObjectKeys keys, OfJob job, PhotoRef photo, Chosen chosen) {
        var spec = chosen.spec();
        return Flux.fromIterable(looked(spec))
                .map(concept -> mask(keys, photo.idx(), concept, chosen.ownMasks()))
                .flatMapSequential(this::found, SIDE_BY_SIDE)
                .filter(found -> found.version() != null
                        || spec.named().contains(found.mask().concept()))
                .collectList()
                .doOnNext(found -> refuseLacking(job, photo, found))
                .zipWith(instances(keys, photo, spec))
                .map(both -> {
                    var found = new SegmentedPhoto(
                            ANY_MODEL, both.getT1().stream().map(Found::mask).toList());
                    var render = new RenderTask(keys.user(), keys.job(), photo, List.of(spec), found, job.albumWhite());
                    return task(render, both.getT1(), both.getT2().orElse(null));
                });
    }

    /** What the rule names, and people where they are not to be copied: they are left out where nobody looked for them. */
    private static Set<String> looked(RenderSpec spec) {
        var looked = new TreeSet<>(spec.named());
        if (spec.shunsPeople()) {
            looked.add(RenderSpec.PEOPLE);
        }
        return looked;
    }

    private Mono<Found> found(MaskRef mask) {
        return mask.isNowhere()
                ? Mono.just(new Found(mask, NOWHERE))
                : version(mask.key())
                        .map(version ->
                                new Found(mask, version.map(ObjectVersion::etag).orElse(null)));
    }

    private static MaskRef mask(ObjectKeys keys, int idx, String concept, List<MaskRef> ownMasks) {
        return ownMasks.stream()
                .filter(mask -> mask.concept().equals(concept))
                .findFirst()
                .orElse(new MaskRef(concept, keys.mask(idx, concept), 0, 0, 0));
    }

    private Mono<Optional<ObjectVersion>> version(String key) {
        return Mono.fromCallable(() -> store.version(key)).subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Optional<String>> instances(ObjectKeys keys, PhotoRef photo, RenderSpec spec) {
        return spec.exclude().isEmpty() && spec.lock().isEmpty()
                ? Mono.just(Optional.empty())
                : version(keys.instances(photo.idx())).map(found -> found.map(ObjectVersion::etag));
    }

    private static void refuseLacking(OfJob job, PhotoRef photo, List<Found> found) {
        var lacking = found.stream()
                .filter(one -> one.version() == null)
                .map(one -> one.mask().concept())
                .toList();
        if (!lacking.isEmpty()) {
            throw ApiException.because(
                    Problem.INVALID_TRANSITION,
                    "Photo %d has no mask of %s. %s".formatted(photo.idx(), String.join(", ", lacking), remedy(job)),
                    lacking.stream()
                            .map(concept -> Detail.field(concept, "was not looked for in photo " + photo.idx()))
                            .toList());
        }
    }

    private static String remedy(OfJob job) {
        return switch (job.status()) {
            case CREATED, UPLOADED ->
                "Call POST /jobs/{id}/segment with what is missing, and ask again when GET /jobs/{id} says that it is done.";
            case QUEUED, RUNNING ->
                "The job looks for what its rule names photo by photo: ask again later, or leave the others out of concepts and protect.";
            case DONE, FAILED, CANCELED ->
                "Leave it out of concepts and protect, or start a new job with the photos and segment it first.";
        };
    }

    private PreviewTask task(RenderTask render, List<Found> found, @Nullable String instances) {
        List<MaskVersion> versions = new ArrayList<>();
        found.forEach(
                one -> versions.add(new MaskVersion(one.mask().concept(), Objects.requireNonNull(one.version()))));
        var nameless = new PreviewTask("", render, versions, instances);
        var hash = FileHash.sha256(json.writeValueAsString(nameless).getBytes(StandardCharsets.UTF_8));
        return new PreviewTask(hash, render, versions, instances);
    }
}
