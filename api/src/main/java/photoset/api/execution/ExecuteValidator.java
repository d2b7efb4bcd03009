package photoset.api.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.presets.Preset;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.workflows.sets.SetTemplate;

/** What can be told of a request without looking at its rules. */
final class ExecuteValidator {
    private ExecuteValidator() {}

    /** Refuses with {@link Problem#VALIDATION_FAILED} naming every broken field. */
    static void refuseBroken(Preset preset, ExecuteRequest request) {
        List<Detail> broken = new ArrayList<>(VariantValidator.broken(request));
        InstanceValidator.look(request, broken);
        @Nullable String template = request.outputTemplate();
        if (template != null && !preset.offers(template)) {
            broken.add(Detail.field("output_template", "must be one of " + String.join(", ", preset.templates())));
        } else if (template != null && comparesOne(template, request)) {
            broken.add(Detail.field(
                    "output_template", "compares designs: send two or three variants, or name another template"));
        }
        if (!broken.isEmpty()) {
            throw ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken);
        }
    }

    private static boolean comparesOne(String template, ExecuteRequest request) {
        @Nullable List<@Nullable VariantRequest> variants = request.variants();
        return SetTemplate.of(template).comparesDesigns() && (variants == null || variants.size() < 2);
    }
}
