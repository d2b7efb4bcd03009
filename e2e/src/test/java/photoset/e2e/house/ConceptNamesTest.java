package photoset.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import photoset.api.presets.Preset;
import photoset.api.presets.PresetSettings;
import photoset.api.presets.Presets;
import tools.jackson.databind.json.JsonMapper;

/** What a concept is, countable, a surface, how it lies, is said in data; the code knows no concept by its name. */
class ConceptNamesTest {
    /** The product; clients and benches name concepts as users do. */
    private static final Set<String> PRODUCT =
            Set.of("workflows", "objects", "imaging", "api", "activities-cpu", "activities-gpu", "standalone");

    private static final List<Preset.Entry> ENTRIES = new Presets(new PresetSettings(false))
            .all().stream().flatMap(preset -> preset.all().stream()).toList();

    @Test
    void noMainCodeNamesAConcept() {
        var named = Repository.files(".java").stream()
                .filter(path -> PRODUCT.contains(path.getName(0).toString())
                        && path.startsWith(path.getName(0).resolve("src/main")))
                .flatMap(path -> {
                    var text = Repository.read(path);
                    return ENTRIES.stream()
                            .filter(entry -> text.contains('"' + entry.id() + '"'))
                            .map(entry ->
                                    path + " names " + entry.id() + ": let the preset's or the model's data say it");
                })
                .toList();
        assertThat(named).isEmpty();
    }

    @Test
    void theBundledModelCountsWhatThePresetsCount() {
        var kinds = ENTRIES.stream()
                .collect(Collectors.groupingBy(
                        Preset.Entry::id, Collectors.mapping(Preset.Entry::kind, Collectors.toSet())));
        assertThat(kinds.values()).as("of a concept in all presets").allMatch(kind -> kind.size() == 1);
        var model = new TreeMap<String, String>();
        var presets = new TreeMap<String, String>();
        var json = new JsonMapper();
        json.readTree(Repository.read("activities-gpu/models/lite/lite.json"))
                .get("classes")
                .forEach(known -> {
                    var name = known.get("name").asString();
                    model.put(name, known.get("kind").asString());
                    presets.put(
                            name,
                            json.writeValueAsString(kinds.get(name).iterator().next())
                                    .replace("\"", ""));
                });
        assertThat(model).hasSizeGreaterThan(10).isEqualTo(presets);
    }
}
