package photoset.api.presets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import photoset.api.language.Language;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope;
import photoset.api.problem.Problem;
import photoset.api.problem.Refuses;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.workflows.segmentation.Concept;
import reactor.core.publisher.Mono;

@RestController
@InRole(Role.WEB)
@Tag(name = "Presets")
final class PresetController {
    private final Presets presets;
    private final SegmenterVocabulary segmenter;

    PresetController(Presets presets, SegmenterVocabulary segmenter) {
        this.presets = presets;
        this.segmenter = segmenter;
    }

    record PresetSummary(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("concept_count") int conceptCount) {}

    record PresetDetail(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("concept_count") int conceptCount,
            @JsonProperty("concepts") List<String> concepts,
            @JsonProperty("protect_defaults") List<String> protectDefaults,
            @JsonProperty("output_templates") List<TemplateDetail> outputTemplates,
            @JsonProperty("concept_details") List<ConceptDetail> conceptDetails) {}

    record TemplateDetail(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("description") String description) {}

    record ConceptDetail(
            @JsonProperty("id") String id,
            @JsonProperty("display_name") String displayName,
            @JsonProperty("prompt") String prompt,
            @JsonProperty("kind") Concept.Kind kind,
            @JsonProperty("description") String description,
            @JsonProperty("findable") boolean findable) {}

    @GetMapping("/presets")
    @Operation(operationId = "listPresets", summary = "List the domains", description = "Names follow Accept-Language.")
    Envelope<List<PresetSummary>> list(ServerWebExchange exchange) {
        var language = Language.of(exchange);
        return Envelope.of(
                exchange,
                presets.all().stream()
                        .map(preset -> new PresetSummary(
                                preset.id(),
                                preset.name().in(language),
                                preset.concepts().size()))
                        .toList());
    }

    @Refuses(Problem.PRESET_NOT_FOUND)
    @GetMapping("/presets/{id}")
    @Operation(
            operationId = "getPreset",
            summary = "Show a domain",
            description =
                    "concepts can be painted or protected; concept_details also has things that can only be removed or protected, and "
                            + "what can only be protected, and says of each what it contains. What is not findable the "
                            + "segmenter does not know: leave it out of segment, and draw it as own masks.")
    Mono<Envelope<PresetDetail>> get(@PathVariable String id, ServerWebExchange exchange) {
        var preset = presets.find(id).orElseThrow(() -> ApiException.because(Problem.PRESET_NOT_FOUND));
        return segmenter
                .findable(preset.all().stream().map(Preset.Entry::concept).toList())
                .map(findable -> Envelope.of(exchange, detail(preset, Language.of(exchange), findable)));
    }

    private static PresetDetail detail(Preset preset, Language language, List<Concept> findable) {
        return new PresetDetail(
                preset.id(),
                preset.name().in(language),
                preset.concepts().size(),
                preset.paintable(),
                preset.protectDefaults(),
                preset.outputTemplates().stream()
                        .map(template -> new TemplateDetail(
                                template.id(),
                                template.name().in(language),
                                template.description().in(language)))
                        .toList(),
                preset.all().stream()
                        .map(entry -> new ConceptDetail(
                                entry.id(),
                                entry.name().in(language),
                                entry.prompt(),
                                entry.kind(),
                                entry.description().in(language),
                                findable.contains(entry.concept())))
                        .toList());
    }
}
