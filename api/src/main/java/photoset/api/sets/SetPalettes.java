package photoset.api.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.language.Language;
import photoset.api.materials.Material;
import photoset.api.materials.Materials;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.vocabulary.ColorNames;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Rule;
import photoset.workflows.sets.SetInput;
import photoset.workflows.sets.SetLanguage;

/** What a rule put where, with names that people read. */
@Component
@InRole(Role.JOBS)
class SetPalettes {
    private final Presets presets;
    private final Materials materials;
    private final ColorNames colors;

    SetPalettes(Presets presets, Materials materials, ColorNames colors) {
        this.presets = presets;
        this.materials = materials;
        this.colors = colors;
    }

    /** In the order of the rule; actions without a color are left out. */
    List<SetInput.Color> of(String preset, Rule rule, SetLanguage language) {
        var words = switch (language) {
            case EN -> Language.EN;
            case KO -> Language.KO;
        };
        List<SetInput.Color> palette = new ArrayList<>();
        rule.concepts().forEach((concept, action) -> {
            @Nullable String value = value(action);
            if (value != null) {
                materials
                        .colorOf(value)
                        .ifPresent(hex -> palette.add(
                                new SetInput.Color(concept(preset, concept, words), name(value, hex, words), hex)));
            }
        });
        return palette;
    }

    private static @Nullable String value(Action action) {
        return switch (action) {
            case Action.Recolor recolor -> recolor.value();
            case Action.Texture texture -> texture.value();
            case Action.Background background -> background.value();
            case Action.Tone _, Action.Blur _, Action.Remove _ -> null;
        };
    }

    private String concept(String preset, String id, Language language) {
        return presets.find(preset).stream()
                .map(Preset::all)
                .flatMap(List::stream)
                .filter(entry -> entry.id().equals(id))
                .map(entry -> entry.name().in(language))
                .findFirst()
                .orElse(id.replace('_', ' '));
    }

    /** Of the material that was named, or of one that has exactly this color; else what people call the color. */
    private String name(String value, String hex, Language language) {
        return named(value)
                .or(() -> materials.all().stream()
                        .filter(material -> material.hex().equals(hex))
                        .findFirst())
                .map(material -> material.name().in(language))
                .orElseGet(() -> colors.nearest(hex, language));
    }

    private Optional<Material> named(String value) {
        return materials.all().stream()
                .filter(material -> material.id().equals(value))
                .findFirst();
    }
}
