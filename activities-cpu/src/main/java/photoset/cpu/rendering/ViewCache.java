package photoset.cpu.rendering;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.cpu.codec.DecodedPhoto;
import photoset.imaging.Mask;
import photoset.imaging.regions.LabelMap;
import photoset.workflows.previews.PreviewTask.MaskVersion;
import photoset.workflows.rendering.EdgeMode;

/**
 * Views of photos and what belongs to them, those that were looked at last. Everything is known by the hash or the version
 * of its bytes, so nothing in here is ever out of date, and two users with the same photo share it.
 */
@Component
final class ViewCache {
    private static final int RGB_BYTES = 3;
    private static final int LABEL_BYTES = 2;

    private final Cache<Key, Part> parts;

    ViewCache(ViewCacheSettings settings) {
        this.parts = CacheBuilder.newBuilder()
                // With more, each would have its own part of the bytes.
                .concurrencyLevel(1)
                .maximumWeight(settings.max().toBytes())
                .weigher((Key _, Part part) -> part.bytes())
                // A photo of 50 MP that is rendered needs all of the heap.
                .softValues()
                .build();
    }

    /** What a part is of. */
    sealed interface Key {
        /** By the hash of the photo's file. */
        record OfPhoto(String sha256) implements Key {}

        /** All masks of a rule, which are refined together. */
        record OfMasks(String sha256, EdgeMode edges, List<MaskVersion> versions) implements Key {}

        /** By the versions of what a model found and of what users drew. */
        record OfLabels(String sha256, Set<String> concepts, List<MaskVersion> versions, String instances)
                implements Key {}
    }

    private sealed interface Part {
        int bytes();

        record Photo(DecodedPhoto photo) implements Part {
            @Override
            public int bytes() {
                return photo.pixels().pixels() * (RGB_BYTES + (photo.alpha() == null ? 0 : 1));
            }
        }

        record Masks(Map<String, Mask> masks) implements Part {
            @Override
            public int bytes() {
                return masks.values().stream()
                        .mapToInt(mask -> mask.levels().length)
                        .sum();
            }
        }

        record Labels(Map<String, LabelMap> maps) implements Part {
            @Override
            public int bytes() {
                return maps.values().stream()
                        .mapToInt(map -> LABEL_BYTES * map.labels().length)
                        .sum();
            }
        }
    }

    /** The photo's view; whoever comes while it is made waits for it. */
    DecodedPhoto photo(Key.OfPhoto key, Supplier<DecodedPhoto> made) {
        return ((Part.Photo) part(key, () -> new Part.Photo(made.get()))).photo();
    }

    /** The view's masks. */
    Map<String, Mask> masks(Key.OfMasks key, Supplier<Map<String, Mask>> made) {
        return ((Part.Masks) part(key, () -> new Part.Masks(made.get()))).masks();
    }

    /** The view's labels. */
    Map<String, LabelMap> labels(Key.OfLabels key, Supplier<Map<String, LabelMap>> made) {
        return ((Part.Labels) part(key, () -> new Part.Labels(made.get()))).maps();
    }

    private Part part(Key key, Supplier<Part> made) {
        try {
            return parts.get(key, made::get);
        } catch (ExecutionException | UncheckedExecutionException failure) {
            @Nullable Throwable cause = failure.getCause();
            throw cause instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
    }
}
