package photoset.api.presets;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import photoset.workflows.rendering.SurfaceKind;

/** Every domain; the files {@code presets/*.json}, read and checked once at the start. */
@Component
@EnableConfigurationProperties(PresetSettings.class)
public final class Presets {
    private final Map<String, Preset> byId = new LinkedHashMap<>();

    public Presets(PresetSettings settings) {
        for (Preset preset : DataFiles.read("presets", Preset.class)) {
            if (byId.put(preset.id(), settings.openVocabulary() ? preset.opened() : preset) != null) {
                throw new IllegalStateException("Two preset files have the id " + preset.id() + ".");
            }
        }
    }

    public Optional<Preset> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How the surface of a concept lies, whichever domain has it; what none has stands upright. */
    public SurfaceKind surface(String concept) {
        return byId.values().stream()
                .filter(preset -> preset.protectable().contains(concept))
                .map(preset -> preset.surface(concept))
                .findFirst()
                .orElse(SurfaceKind.WALL);
    }

    /** All of them, by file name. */
    public Collection<Preset> all() {
        return Collections.unmodifiableCollection(byId.values());
    }
}
