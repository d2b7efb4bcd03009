package photoset.api.execution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.presets.Preset;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;

/** What can be told of a request without looking at its rules. */
final class ExecuteValidator {
    private ExecuteValidator() {}

    /** Refuses with {@link Problem#VALIDATION_FAILED} naming every broken field. */
    static void refuseBroken(Preset preset, ExecuteRequest request) {
        List<Detail> broken = new ArrayList<>(VariantValidator.broken(request));
        InstanceValidator.look(request, broken);
        @Nullable String template = request.outputTemplate();
        if (template != null && !preset.offers(template)) {
            var offered = preset.outputTemplates().stream()
                    .map(Preset.OutputTemplate::id)
                    .toList();
            broken.add(Detail.field("output_template", "must be one of " + String.join(", ", offered)));
        }
        if (!broken.isEmpty()) {
            throw ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken);
        }
    }
}
