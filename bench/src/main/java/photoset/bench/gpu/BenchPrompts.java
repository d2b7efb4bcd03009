package photoset.bench.gpu;

import java.util.List;
import photoset.workflows.segmentation.Concept;

/** Concepts to ask for. */
final class BenchPrompts {
    private static final List<String> ALL = List.of(
            "wall",
            "floor",
            "ceiling",
            "door",
            "window",
            "lamp",
            "sofa",
            "table",
            "chair",
            "plant",
            "rug",
            "sink",
            "oven",
            "shelf",
            "curtain",
            "herringbone floor");

    private BenchPrompts() {}

    static List<Concept> first(int count) {
        return ALL.stream()
                .limit(count)
                .map(word -> new Concept(word, word, Concept.Kind.STUFF))
                .toList();
    }
}
