package photoset.e2e.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The environment variables that a process reads. Spring ignores a misspelt one, so the deployment is checked here. */
final class Variables {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    /** Placeholders in api.yaml, cpu.yaml and gpu.yaml and what no settings record holds. */
    private static final Set<String> BY_NAME = Set.of("PHOTOSET_ROLES", "PHOTOSET_SEGMENTER");

    private static final Set<String> SPRING = spring();

    /** Required where the external provider is chosen, and nowhere else. */
    private static final String ONLY_FOR_A_PROVIDER = "photoset.remote.";

    private Variables() {}

    static Set<String> known(String process) {
        Set<String> known = new TreeSet<>(SPRING);
        known.addAll(BY_NAME);
        Setting.all().stream()
                .filter(setting -> setting.isReadBy(process))
                .map(Setting::variable)
                .forEach(known::add);
        return known;
    }

    static Set<String> required(String process) {
        return Setting.all().stream()
                .filter(setting -> setting.isReadBy(process) && setting.required())
                .filter(setting -> !setting.name().startsWith(ONLY_FOR_A_PROVIDER))
                .map(Setting::variable)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What Spring Boot and the Temporal starter document of themselves. */
    private static Set<String> spring() {
        Set<String> names = new TreeSet<>();
        try {
            for (URL url : Collections.list(Variables.class.getClassLoader().getResources(METADATA))) {
                try (var in = url.openStream()) {
                    new JsonMapper()
                            .readTree(in)
                            .path("properties")
                            .forEach(property -> names.add(
                                    Setting.variable(property.path("name").asString())));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return names;
    }
}
