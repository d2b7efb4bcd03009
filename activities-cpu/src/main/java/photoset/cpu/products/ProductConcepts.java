package photoset.cpu.products;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the concepts of products are looked at for, as the file {@code sets/product-concepts.json} says.
 *
 * @param product what stands for the product, best first
 * @param details what is worth a close-up, best first
 * @param packaging what comes with the product, its box among it
 */
record ProductConcepts(
        @JsonProperty("product") List<String> product,
        @JsonProperty("details") List<String> details,
        @JsonProperty("packaging") String packaging) {
    static final ProductConcepts ALL = read();

    private static ProductConcepts read() {
        try (var file = ProductConcepts.class.getResourceAsStream("/sets/product-concepts.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(file).readAllBytes(), ProductConcepts.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What besides the product itself is worth looking for. */
    List<String> parts() {
        return Stream.concat(details.stream(), Stream.of(packaging)).toList();
    }

    /** Whether all pieces of the concept count; of anything else the largest is looked at. */
    boolean isWhole(String concept) {
        return product.contains(concept) || packaging.equals(concept);
    }
}
