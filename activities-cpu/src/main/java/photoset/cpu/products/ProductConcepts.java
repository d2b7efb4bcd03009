package photoset.cpu.products;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import photoset.cpu.edges.Outlined;
import photoset.imaging.Mask;
import photoset.workflows.sets.SetTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the concepts of products are looked at for, as the file {@code sets/product-concepts.json} says.
 *
 * @param product what stands for the product, best first
 * @param details what is worth a close-up, best first
 * @param prints what is printed on it
 * @param outlined what has a straight or smooth contour, and what it is
 * @param packaging what comes with the product, its box among it
 * @param behind what the product stands before: all that it leaves is the product
 */
public record ProductConcepts(
        @JsonProperty("product") List<String> product,
        @JsonProperty("details") List<String> details,
        @JsonProperty("prints") List<String> prints,
        @JsonProperty("outlined") Map<String, Outlined> outlined,
        @JsonProperty("packaging") String packaging,
        @JsonProperty("behind") String behind) {
    static final ProductConcepts ALL = read();

    private static ProductConcepts read() {
        try (var file = ProductConcepts.class.getResourceAsStream("/sets/product-concepts.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(file).readAllBytes(), ProductConcepts.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The concepts whose masks a set of this template looks at. */
    public static Set<String> interest(SetTemplate template) {
        return switch (template) {
            case BEFORE_AFTER, DESIGN_PACK, CLIENT_CARD, DISCLOSURE -> Set.of();
            case PRODUCT_PACK, OPTION_BOARD, THUMBNAILS -> ALL.looked();
        };
    }

    private Set<String> looked() {
        Set<String> looked = new TreeSet<>(product);
        looked.addAll(details);
        looked.addAll(List.of(packaging, behind));
        return looked;
    }

    /** The same masks with one of the product: where nobody looked for it, it is all but what it stands before. */
    public static Map<String, Supplier<Mask>> completed(Map<String, Supplier<Mask>> masks) {
        Supplier<Mask> behind = masks.get(ALL.behind());
        if (behind == null || ALL.product().stream().anyMatch(masks::containsKey)) {
            return masks;
        }
        Map<String, Supplier<Mask>> completed = new TreeMap<>(masks);
        completed.put(ALL.product().getFirst(), () -> inverted(behind.get()));
        return completed;
    }

    private static Mask inverted(Mask mask) {
        byte[] levels = mask.levels().clone();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) ~levels[i];
        }
        return new Mask(mask.width(), mask.height(), levels);
    }

    /** What besides the product itself is worth looking for. */
    List<String> parts() {
        return Stream.concat(details.stream(), Stream.of(packaging)).toList();
    }

    /** Whether it is a product, all of it or its body. */
    public static boolean isProduct(String concept) {
        return ALL.product.contains(concept);
    }

    /** Those of a photo's masks that have straight or smooth contours. */
    public static Map<Mask, Outlined> outlined(Map<String, Mask> masks) {
        Map<Mask, Outlined> outlined = new HashMap<>();
        masks.forEach((concept, mask) -> {
            if (ALL.outlined.containsKey(concept)) {
                outlined.put(mask, ALL.outlined.get(concept));
            }
        });
        return outlined;
    }

    /** Whether it is printed on a product. */
    public static boolean isPrint(String concept) {
        return ALL.prints.contains(concept);
    }

    /** Whether all pieces of the concept count; of anything else the largest is looked at. */
    boolean isWhole(String concept) {
        return product.contains(concept) || packaging.equals(concept);
    }
}
