package photoset.cpu.products;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import photoset.cpu.framing.Subject;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetPhoto;
import photoset.imaging.Mask;

/** Looks at every photo for the product, one mask at a time. */
public final class ProductSurvey {
    /** Parts below this share of the photo are too small to be told from a fault of the segmentation. */
    private static final double PART_SHARE_MIN = .0005;

    private ProductSurvey() {}

    /**
     * The product in each delivered photo, in order.
     *
     * @param parts concepts that are looked for besides it
     */
    public static List<Sighting> of(SetOrder order, List<String> parts, Consumer<String> progress) {
        List<Sighting> sightings = new ArrayList<>();
        for (var photo : order.delivered()) {
            progress.accept("look for the product in photo " + photo.number());
            sightings.add(sighting(photo, parts));
        }
        return sightings;
    }

    /** The same, the photo that serves best as the main one first. */
    static List<Sighting> ranked(List<Sighting> sightings) {
        return sightings.stream()
                .sorted(Comparator.comparingDouble(Sighting::mainScore)
                        .reversed()
                        .thenComparingInt(sighting -> sighting.photo().idx()))
                .toList();
    }

    private static Sighting sighting(SetPhoto.Delivered photo, List<String> parts) {
        Map<String, Subject> found = new LinkedHashMap<>();
        for (String part : parts) {
            found(photo, part).ifPresent(subject -> found.put(part, subject));
        }
        var product = ProductConcepts.ALL.product().stream()
                .flatMap(concept -> found(photo, concept).stream())
                .findFirst();
        var subject = product.orElseGet(() -> Subject.byDetail(photo.original().get()));
        return new Sighting(photo, subject, product.isPresent(), found);
    }

    private static Optional<Subject> found(SetPhoto.Delivered photo, String concept) {
        Supplier<Mask> mask = photo.masks().get(concept);
        if (mask == null) {
            return Optional.empty();
        }
        var found = ProductConcepts.ALL.isWhole(concept) ? Subject.of(mask.get()) : Subject.largestOf(mask.get());
        return found.filter(subject -> subject.share() >= PART_SHARE_MIN);
    }
}
