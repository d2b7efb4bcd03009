package photoset.api.presets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the product's data files, strictly: a file that is not exactly right stops the start. */
public final class DataFiles {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private DataFiles() {}

    /**
     * Every file {@code folder/*.json} on the class path, by name. Of files with the same name the first on the class path
     * counts, as of classes: a jar may be named twice, and an operator's file stands for ours.
     *
     * @throws IllegalStateException naming the file that cannot be read, or the folder when it is empty
     */
    public static <T> List<T> read(String folder, Class<T> type) {
        var files = resources(folder);
        if (files.length == 0) {
            throw new IllegalStateException("There are no data files " + folder + "/*.json on the class path.");
        }
        return firstOfEachName(files).stream()
                .sorted(Comparator.comparing(DataFiles::name))
                .map(file -> one(file, type))
                .toList();
    }

    static Collection<Resource> firstOfEachName(Resource... files) {
        Map<String, Resource> byName = new LinkedHashMap<>();
        for (var file : files) {
            byName.putIfAbsent(name(file), file);
        }
        return byName.values();
    }

    private static Resource[] resources(String folder) {
        try {
            return new PathMatchingResourcePatternResolver(DataFiles.class.getClassLoader())
                    .getResources("classpath*:" + folder + "/*.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T one(Resource file, Class<T> type) {
        try (var in = file.getInputStream()) {
            return STRICT.readValue(in, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("The data file " + name(file) + " is not right: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource file) {
        @Nullable String name = file.getFilename();
        return name == null ? file.getDescription() : name;
    }
}
