package photoset.api.execution;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import photoset.api.ownmasks.CurrentMasks;
import photoset.api.presets.SegmenterVocabulary;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.rendering.Rule;
import photoset.workflows.segmentation.Concept;
import reactor.core.publisher.Mono;

/** Which concepts of a rule the segmenter will be asked for: not those that it does not know and that are drawn. */
@Component
@InRole(Role.WEB)
class SoughtConcepts {
    private final SegmenterVocabulary vocabulary;
    private final CurrentMasks masks;

    SoughtConcepts(SegmenterVocabulary vocabulary, CurrentMasks masks) {
        this.vocabulary = vocabulary;
        this.masks = masks;
    }

    /** The concepts, and one more if the segmenter finds it and a job may have so many. */
    Mono<List<Concept>> with(Concept more, List<Concept> wanted) {
        if (wanted.contains(more) || wanted.size() >= Rule.CONCEPTS_PER_JOB_MAX) {
            return Mono.just(wanted);
        }
        return vocabulary
                .finds(more)
                .map(found ->
                        found ? Stream.concat(wanted.stream(), Stream.of(more)).toList() : wanted);
    }

    /**
     * Those of the concepts that are to be looked for. What the segmenter lacks and a user drew in some photo is only where
     * it was drawn.
     *
     * <p>Refuses with {@link Problem#UNKNOWN_CONCEPT}, naming every concept that the segmenter lacks and nobody drew.
     */
    Mono<List<Concept>> of(JobId job, List<Concept> wanted) {
        return masks.drawnConcepts(job)
                .flatMap(drawn -> vocabulary.refuseUnknown(wanted.stream()
                        .filter(concept -> !drawn.contains(concept.id()))
                        .toList()))
                .then(Mono.defer(() -> vocabulary.findable(wanted)));
    }
}
