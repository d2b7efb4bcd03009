package photoset.api.sets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.api.presets.Preset;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.text.DisplayName;
import photoset.workflows.sets.SetLimits;
import photoset.workflows.sets.SetTemplate;

/**
 * The body of {@code POST /jobs/{id}/sets}.
 *
 * @param outputTemplate one of the preset's
 * @param title stands on every page; the template's name when absent
 * @param names captions by idx, e.g. {@code {"0": "Living room"}}
 * @param label what the altered picture of a disclosure is called; the usual words in both languages when absent
 */
record SetBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) @JsonProperty("output_template") @Nullable
        String outputTemplate,

        @Schema(pattern = DisplayName.PATTERN, maxLength = SetLimits.TITLE_CHARS_MAX) @JsonProperty("title") @Nullable
        String title,

        @JsonProperty("names") @Nullable Map<String, @Nullable String> names,

        @Schema(pattern = DisplayName.PATTERN, maxLength = SetLimits.LABEL_CHARS_MAX) @JsonProperty("label") @Nullable
        String label) {
    /** An idx of a photo. */
    static final String IDX = "^(0|[1-9][0-9]{0,2})$";

    /**
     * The template.
     *
     * @param preset of the job
     * @param photos of the job
     * @throws ApiException {@link Problem#VALIDATION_FAILED} naming every broken field
     */
    SetTemplate checked(Preset preset, int photos) {
        List<Detail> broken = new ArrayList<>();
        if (outputTemplate == null || !preset.offers(outputTemplate)) {
            broken.add(Detail.field("output_template", "must be one of " + String.join(", ", preset.templates())));
        }
        look("title", title, SetLimits.TITLE_CHARS_MAX, broken);
        look("label", label, SetLimits.LABEL_CHARS_MAX, broken);
        if (label != null && !SetTemplate.DISCLOSURE.id().equals(outputTemplate)) {
            broken.add(Detail.field("label", "is for the template disclosure; leave it out"));
        }
        if (names != null) {
            names.forEach((idx, name) -> lookAtName(idx, name, photos, broken));
        }
        if (!broken.isEmpty()) {
            throw ApiException.because(Problem.VALIDATION_FAILED, Problem.VALIDATION_FAILED.sentence(), broken);
        }
        return SetTemplate.of(String.valueOf(outputTemplate));
    }

    private static void lookAtName(String idx, @Nullable String name, int photos, List<Detail> broken) {
        var field = "names." + idx;
        if (!idx.matches(IDX) || Integer.parseInt(idx) >= photos) {
            broken.add(Detail.field(field, "must be named by a photo of the job, 0 to " + (photos - 1)));
        } else if (name == null) {
            broken.add(Detail.field(field, "must be a text"));
        } else {
            look(field, name, SetLimits.CAPTION_CHARS_MAX, broken);
        }
    }

    private static void look(String field, @Nullable String words, int charsMax, List<Detail> broken) {
        if (words != null && !DisplayName.fits(words, charsMax)) {
            broken.add(Detail.field(
                    field, "must have 1 to " + charsMax + " characters, on one line, and not all of them blank"));
        }
    }
}
