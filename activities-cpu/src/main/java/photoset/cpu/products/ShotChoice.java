package photoset.cpu.products;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photoset.cpu.framing.Subject;
import photoset.cpu.products.Shot.Purpose;

/** Chooses the photos of a product pack: one main, four details, one in use, one of the package. */
public final class ShotChoice {
    /** The product's longer side to the picture's, as shops ask for main pictures. */
    private static final double MAIN_FILL = .85;

    /** In use the surroundings count. */
    private static final double IN_USE_FILL = .45;

    private static final double PACKAGE_FILL = .8;

    /** A product this small is not shown in use but lost in it. */
    private static final double IN_USE_SHARE_MIN = .01;

    private ShotChoice() {}

    /** What besides the product itself is worth looking for. */
    public static List<String> parts() {
        return ProductConcepts.ALL.parts();
    }

    /** Seven shots from any number of photos; a single one serves all purposes, each with another part of it. */
    public static List<Shot> of(List<Sighting> sightings) {
        var ranked = ProductSurvey.ranked(sightings);
        var main = ranked.getFirst();
        var inUse = inUse(ranked);
        List<Shot> shots = new ArrayList<>();
        shots.add(whole(Purpose.MAIN, main, MAIN_FILL));
        shots.addAll(DetailShots.of(ranked));
        shots.add(whole(Purpose.IN_USE, inUse, IN_USE_FILL));
        shots.add(packaged(ranked, inUse));
        return shots;
    }

    private static Shot whole(Purpose purpose, Sighting sighting, double fill) {
        return new Shot(purpose, sighting.photo(), sighting.subject(), sighting.fill(fill), sighting.seen());
    }

    /** Of the other photos the one that shows most besides the product. */
    private static Sighting inUse(List<Sighting> ranked) {
        return ranked.stream()
                .skip(1)
                .filter(sighting -> sighting.share() >= IN_USE_SHARE_MIN)
                .min(Comparator.comparingDouble(Sighting::share))
                .orElse(ranked.getFirst());
    }

    private static Shot packaged(List<Sighting> ranked, Sighting inUse) {
        Optional<Map.Entry<Sighting, Subject>> found = ranked.stream()
                .flatMap(sighting -> Optional.ofNullable(sighting.parts().get(ProductConcepts.ALL.packaging()))
                        .map(part -> Map.entry(sighting, part))
                        .stream())
                .max(Comparator.comparingDouble(entry -> entry.getValue().share()));
        if (found.isPresent()) {
            var sighting = found.get().getKey();
            var together = sighting.subject().with(found.get().getValue());
            return new Shot(Purpose.PACKAGE, sighting.photo(), together, PACKAGE_FILL, ProductConcepts.ALL.packaging());
        }
        // Nothing looks like a package: the best photo that has not been seen whole yet stands in.
        var other = ranked.stream()
                .skip(1)
                .filter(sighting -> !sighting.equals(inUse))
                .findFirst()
                .orElse(ranked.getFirst());
        return new Shot(
                Purpose.PACKAGE,
                other.photo(),
                other.subject(),
                other.fill(PACKAGE_FILL),
                other.seen() + "; no package was found");
    }
}
