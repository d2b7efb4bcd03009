package photoset.api.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import photoset.api.materials.Materials;
import photoset.api.presets.DataFiles;
import photoset.api.presets.Presets;

/** The vocabulary of every preset; the files {@code vocabulary/}, read and checked once at the start. */
@Component
public final class Vocabularies {
    private final Map<String, RuleVocabulary> byPreset = new LinkedHashMap<>();

    /** @throws IllegalStateException naming what in the files is not right */
    public Vocabularies(Presets presets, Materials materials) {
        List<Synonyms> synonyms = DataFiles.read("vocabulary/presets", Synonyms.class);
        synonyms.stream()
                .map(Synonyms::preset)
                .filter(id -> presets.find(id).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalStateException("vocabulary/presets names " + unknown + ", which is no preset.");
                });
        var words = new VocabularyFiles(materials);
        for (var preset : presets.all()) {
            byPreset.put(
                    preset.id(),
                    words.with(
                            preset,
                            synonyms.stream()
                                    .filter(some -> some.preset().equals(preset.id()))
                                    .flatMap(some -> some.concepts().stream())
                                    .toList()));
        }
    }

    /** A known preset's. */
    public RuleVocabulary of(String preset) {
        return Objects.requireNonNull(byPreset.get(preset), preset);
    }
}
