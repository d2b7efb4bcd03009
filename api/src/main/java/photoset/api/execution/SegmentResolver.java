package photoset.api.execution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.execution.SegmentBody.ExemplarBody;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.presets.SegmenterVocabulary;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.JobId;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.Exemplar;
import photoset.workflows.segmentation.InstanceBox;
import photoset.workflows.segmentation.SegmentRequest;
import photoset.workflows.segmentation.SegmentationLimits;
import reactor.core.publisher.Mono;

/** Turns a segment call into what the workers need. */
@Component
@InRole(Role.WEB)
public class SegmentResolver {
    /** Boxes of one call; a person draws a few. */
    static final int EXEMPLARS_MAX = 64;

    private final Presets presets;
    private final SegmenterVocabulary vocabulary;
    private final ExemplarBoxes boxes;

    SegmentResolver(Presets presets, SegmenterVocabulary vocabulary, ExemplarBoxes boxes) {
        this.presets = presets;
        this.vocabulary = vocabulary;
        this.boxes = boxes;
    }

    /**
     * What is to be found.
     *
     * <p>Refuses with {@link Problem#VALIDATION_FAILED} naming every broken field, {@link Problem#UNKNOWN_CONCEPT} or
     * {@link Problem#UNSUPPORTED_BY_SEGMENTER}.
     *
     * @param photos how many the job has
     */
    public Mono<SegmentRequest> request(JobId job, String presetId, int photos, SegmentBody body) {
        var preset = presets.find(presetId).orElseThrow(() -> ApiException.because(Problem.INVALID_PRESET));
        List<Detail> broken = new ArrayList<>();
        var concepts = concepts(preset, body.concepts(), broken);
        var exemplars = exemplars(body, photos, broken);
        if (!broken.isEmpty()) {
            throw ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken);
        }
        var request = new SegmentRequest(concepts, exemplars);
        return vocabulary
                .refuseUnknown(concepts)
                .then(exemplars.isEmpty() ? Mono.empty() : vocabulary.refuseExemplars())
                .then(boxes.refuseOutside(job, exemplars))
                .thenReturn(request);
    }

    private static List<Concept> concepts(Preset preset, @Nullable List<@Nullable String> wanted, List<Detail> broken) {
        if (wanted == null || wanted.isEmpty() || wanted.size() > SegmentationLimits.CONCEPTS_MAX) {
            broken.add(Detail.field("concepts", "must be 1 to " + SegmentationLimits.CONCEPTS_MAX + " concepts"));
            return List.of();
        }
        Set<Concept> concepts = new LinkedHashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            @Nullable String id = wanted.get(i);
            var concept = id == null ? null : preset.concept(id).orElse(null);
            if (concept == null) {
                broken.add(Detail.field(
                        "concepts[" + i + "]", "must be one of " + String.join(", ", preset.protectable())));
            } else if (!concepts.add(concept)) {
                broken.add(Detail.field("concepts[" + i + "]", "is there twice"));
            }
        }
        return List.copyOf(concepts);
    }

    private static List<Exemplar> exemplars(SegmentBody body, int photos, List<Detail> broken) {
        @Nullable Map<String, @Nullable List<@Nullable ExemplarBody>> given = body.exemplars();
        List<Exemplar> exemplars = new ArrayList<>();
        if (given == null) {
            return exemplars;
        }
        given.forEach((concept, boxes) -> {
            var field = "exemplars." + concept;
            if (body.concepts() == null || !body.concepts().contains(concept)) {
                broken.add(Detail.field(field, "must be one of the concepts of this call"));
            }
            for (int i = 0; boxes != null && i < boxes.size(); i++) {
                add(concept, boxes.get(i), photos, new Place(field + "[" + i + "]", broken), exemplars);
            }
        });
        if (exemplars.size() > EXEMPLARS_MAX) {
            broken.add(Detail.field("exemplars", "must be at most " + EXEMPLARS_MAX + " boxes"));
        }
        return exemplars;
    }

    private record Place(String field, List<Detail> broken) {
        void refuse(String why) {
            broken.add(Detail.field(field, why));
        }
    }

    private static void add(
            String concept, @Nullable ExemplarBody example, int photos, Place place, List<Exemplar> exemplars) {
        if (example == null) {
            place.refuse("must be an object with idx and box");
            return;
        }
        @Nullable InstanceBox box = example.box();
        if (example.idx() < 0 || example.idx() >= photos) {
            place.refuse("idx must be that of a photo of the job, 0 to " + (photos - 1));
        } else if (box == null || box.x() < 0 || box.y() < 0 || box.w() < 1 || box.h() < 1) {
            place.refuse("box must be [x, y, w, h] in pixels of the upright photo, w and h at least 1");
        } else {
            boolean positive = !Boolean.FALSE.equals(example.positive());
            exemplars.add(new Exemplar(concept, example.idx(), box, positive));
        }
    }
}
