package photoset.api.instances;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.instances.InstanceView.RunLengths;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Reads what segmenters wrote about the pixels of instances. */
@Component
@InRole(Role.WEB)
class StoredRunLengths {
    /** Hundreds of ragged instances of a 50 MP photo take some megabytes; what is larger was not written by a worker. */
    private static final long FILE_BYTES_MAX = 16L << 20;

    /** Files that are read at once. */
    private static final int SIDE_BY_SIDE = 4;

    private final ObjectStore store;
    private final JsonMapper json;

    StoredRunLengths(ObjectStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /** An element of {@code instances.json}, as far as it is asked for here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Stored(
            @JsonProperty("concept") String concept,
            @JsonProperty("rle") @Nullable RunLengths rle) {}

    /** Instances of each concept in the order of their labels, which count from 1. */
    record OfFile(Map<String, List<Optional<RunLengths>>> byConcept) {
        @Nullable
        RunLengths of(String concept, int label) {
            var all = byConcept.getOrDefault(concept, List.of());
            return label <= all.size() ? all.get(label - 1).orElse(null) : null;
        }
    }

    /** The pixels of instances, whichever file they are in. */
    record OfInstances(ObjectKeys keys, Map<String, OfFile> byKey) {
        @Nullable
        RunLengths of(InstanceRow row) {
            return byKey.getOrDefault(row.file(keys), new OfFile(Map.of())).of(row.concept(), row.label());
        }
    }

    /** The pixels of these instances; blocks. */
    OfInstances read(ObjectKeys keys, List<InstanceRow> instances) {
        Map<String, OfFile> byKey = new HashMap<>();
        instances.stream().map(row -> row.file(keys)).forEach(key -> byKey.computeIfAbsent(key, this::read));
        return new OfInstances(keys, byKey);
    }

    /** The same without blocking. A file that is gone has none. */
    Mono<OfInstances> of(ObjectKeys keys, List<InstanceRow> instances) {
        return of(instances.stream().map(row -> row.file(keys)).distinct().toList())
                .map(byKey -> new OfInstances(keys, byKey));
    }

    private Mono<Map<String, OfFile>> of(List<String> keys) {
        return Flux.fromIterable(keys)
                .flatMap(
                        key -> Mono.fromCallable(() -> Map.entry(key, read(key)))
                                .subscribeOn(Schedulers.boundedElastic()),
                        SIDE_BY_SIDE)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private OfFile read(String key) {
        var stored = store.find(key, FILE_BYTES_MAX)
                .map(file -> json.readValue(file, Stored[].class))
                .orElse(new Stored[0]);
        return new OfFile(Arrays.stream(stored)
                .collect(Collectors.groupingBy(
                        Stored::concept,
                        Collectors.mapping(one -> Optional.ofNullable(one.rle()), Collectors.toList()))));
    }
}
