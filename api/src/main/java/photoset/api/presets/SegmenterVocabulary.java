package photoset.api.presets;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.SegmenterDescription;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;

/**
 * What the running segmenter knows, as its workers wrote it to the object store. While nothing is known, because no worker
 * ever ran or the store is away, every concept passes: the worker refuses by itself, photo by photo.
 */
@Component
@InRole(Role.WEB)
public class SegmenterVocabulary {
    private static final Logger log = LoggerFactory.getLogger(SegmenterVocabulary.class);

    /** A new segmenter is rolled out over minutes; half of one more is not noticed. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** A request does not wait longer for an answer that it can do without. */
    private static final Duration READ_MAX = Duration.ofSeconds(2);

    private final Mono<Optional<SegmenterDescription>> current;

    @Autowired
    public SegmenterVocabulary(Source source) {
        this(source, KEPT);
    }

    /** Reads a description; empty when there is none. */
    public interface Source {
        Optional<SegmenterDescription> read();
    }

    public SegmenterVocabulary(Source source, Duration kept) {
        this.current = Mono.fromCallable(source::read)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(READ_MAX)
                .onErrorResume(SegmenterVocabulary::unknown)
                .cache(kept);
    }

    private static Mono<Optional<SegmenterDescription>> unknown(Throwable failure) {
        log.warn(
                "segmenter.unknown reason={}",
                failure instanceof JacksonException ? "unreadable description" : failure.getMessage());
        return Mono.just(Optional.empty());
    }

    /** Completes, or refuses with {@link Problem#UNKNOWN_CONCEPT} naming every concept that the segmenter lacks. */
    public Mono<Void> refuseUnknown(List<Concept> wanted) {
        return current.flatMap(description -> description
                .filter(known -> !known.unknown(wanted).isEmpty())
                .<Mono<Void>>map(known -> Mono.error(refusal(known, known.unknown(wanted))))
                .orElse(Mono.empty()));
    }

    /** Those of the concepts that the segmenter can be asked for, in their order; while nothing is known all of them. */
    public Mono<List<Concept>> findable(List<Concept> wanted) {
        return current.map(description -> description
                .map(known -> known.unknown(wanted))
                .map(unknown -> wanted.stream()
                        .filter(concept -> !unknown.contains(concept.id()))
                        .toList())
                .orElse(wanted));
    }

    /** Whether the segmenter finds a concept for sure; while nothing is known it does not. */
    public Mono<Boolean> finds(Concept concept) {
        return current.map(description -> description
                .filter(known -> known.unknown(List.of(concept)).isEmpty())
                .isPresent());
    }

    /** Completes, or refuses with {@link Problem#UNSUPPORTED_BY_SEGMENTER} when the segmenter takes no examples. */
    public Mono<Void> refuseExemplars() {
        return current.flatMap(description -> description
                .filter(known -> !known.takesExemplars())
                .<Mono<Void>>map(known -> Mono.error(ApiException.because(
                        Problem.UNSUPPORTED_BY_SEGMENTER,
                        "The segmenter %s takes no examples. Leave exemplars out.".formatted(known.model()))))
                .orElse(Mono.empty()));
    }

    private static ApiException refusal(SegmenterDescription segmenter, List<String> unknown) {
        var known = String.join(", ", Optional.ofNullable(segmenter.concepts()).orElse(List.of()));
        return ApiException.because(
                Problem.UNKNOWN_CONCEPT,
                "The segmenter %s does not know every concept of the rule; details name the known ones."
                        .formatted(segmenter.model()),
                unknown.stream()
                        .map(concept -> Detail.field(
                                "concepts." + concept,
                                "is unknown to the segmenter %s, which knows %s".formatted(segmenter.model(), known)))
                        .toList());
    }
}
