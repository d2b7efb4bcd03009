package photoset.api.presets;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

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

    /** All of them, by file name. */
    public Collection<Preset> all() {
        return Collections.unmodifiableCollection(byId.values());
    }
}
