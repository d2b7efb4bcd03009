package photoset.e2e.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One property that a settings record reads.
 *
 * @param owner the record that has the component
 * @param name the property, such as {@code photoset.store.access-key}
 * @param component the record's component
 * @param initial its default, or absent
 * @param required whether the process cannot start without it
 */
record Setting(Class<?> owner, String name, String component, Optional<String> initial, boolean required) {
    private static final String ANNOTATION = ConfigurationProperties.class.getName();

    private static final JavaClasses PHOTOSET = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("photoset");

    /** Every property of every settings record on the class path, in order of name. */
    static List<Setting> all() {
        List<Setting> found = new ArrayList<>();
        for (JavaClass type : PHOTOSET) {
            if (type.isAnnotatedWith(ANNOTATION)) {
                var owner = type.reflect();
                found.addAll(of(owner, prefix(owner)));
            }
        }
        return found.stream().sorted(Comparator.comparing(Setting::name)).toList();
    }

    private static String prefix(Class<?> owner) {
        var annotation = owner.getAnnotation(ConfigurationProperties.class);
        return annotation.prefix().isEmpty() ? annotation.value() : annotation.prefix();
    }

    private static List<Setting> of(Class<?> type, String prefix) {
        List<Setting> found = new ArrayList<>();
        for (Parameter parameter : canonical(type).getParameters()) {
            var name = prefix + "." + dashed(parameter.getName());
            if (parameter.getType().isRecord() && parameter.getType().getName().startsWith("photoset.")) {
                found.addAll(of(parameter.getType(), name));
                continue;
            }
            var annotation = Optional.ofNullable(parameter.getAnnotation(DefaultValue.class));
            // Without a value it stands for an empty list.
            var initial =
                    annotation.map(value -> String.join(",", value.value())).filter(value -> !value.isEmpty());
            boolean nullable = parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean required =
                    annotation.isEmpty() && !nullable && !parameter.getType().isPrimitive();
            found.add(new Setting(type, name, parameter.getName(), initial, required));
        }
        return found;
    }

    private static Constructor<?> canonical(Class<?> type) {
        var constructors = type.getDeclaredConstructors();
        int parts = type.getRecordComponents().length;
        for (Constructor<?> constructor : constructors) {
            if (constructor.getParameterCount() == parts) {
                return constructor;
            }
        }
        throw new IllegalStateException(type + " has no canonical constructor");
    }

    /** The environment variable that sets the property. */
    String variable() {
        return variable(name);
    }

    static String variable(String property) {
        return property.replace("-", "").replaceAll("[.\\[\\]]+", "_").toUpperCase(Locale.ROOT);
    }

    /** The process that reads it: api, cpu, gpu, or every one. */
    String reader() {
        var module = owner.getPackageName().split("\\.", -1)[1];
        return module.equals("objects") ? "all" : module;
    }

    boolean isReadBy(String process) {
        return reader().equals("all") || reader().equals(process);
    }

    /** What the record's Javadoc says of it, on one line. */
    String meaning() {
        var path = Repository.files(owner.getSimpleName() + ".java").stream()
                .filter(file -> Repository.read(file).contains("package " + owner.getPackageName() + ";"))
                .findFirst();
        var text = path.map(Repository::read).orElse("");
        Matcher param = Pattern.compile("@param " + component + "\\s+(.*?)(?=\\n\\s*\\* @|\\n\\s*\\*/)", Pattern.DOTALL)
                .matcher(text);
        return param.find()
                ? param.group(1)
                        .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                        .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                        .strip()
                : "";
    }

    private static String dashed(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
