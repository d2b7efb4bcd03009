package photoset.cpu.products;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import photoset.cpu.framing.DetailMap;
import photoset.cpu.framing.Subject;
import photoset.cpu.products.Shot.Purpose;
import photoset.cpu.sheets.Box;

/** Chooses close-ups: of what was found on the product first, then of where it has most to see; no two of one thing. */
final class DetailShots {
    static final int COUNT = 4;

    /** More photos are not looked at for places to see; each has to be decoded. */
    private static final int PHOTOS_MAX = 6;

    /** A part fills this much of its close-up. */
    private static final double FILL = .6;

    /** Smaller parts are not enlarged further. */
    private static final double FILL_MIN = .05;

    /** Long side of a part to that of the product. */
    private static final double DETAIL_MAX = .7;

    private static final String PLACE = "detail of the product";

    /** Side of a close-up to the product's long side: closer than that the product is not recognized. */
    private static final double SIDE_MIN = .34;

    /** Close-ups that share more than this are one. */
    private static final double OVERLAP_MAX = .25;

    /** Where there are too few, they may share this much. */
    private static final double OVERLAP_LOOSE = .6;

    /** A possible close-up; lower ranks are better. */
    private record Candidate(Sighting sighting, Shot shot, double rank) {
        static Candidate of(Sighting sighting, Subject part, double fill, String because, double rank) {
            return new Candidate(sighting, new Shot(Purpose.DETAIL, sighting.photo(), part, fill, because), rank);
        }

        String because() {
            return shot.because();
        }
    }

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Candidate> chosen = new ArrayList<>();

    private DetailShots() {}

    static List<Shot> of(List<Sighting> ranked) {
        var shots = new DetailShots();
        var looked = ranked.subList(0, Math.min(PHOTOS_MAX, ranked.size()));
        for (int i = 0; i < ranked.size(); i++) {
            shots.addParts(ranked.get(i), i);
        }
        for (int i = 0; i < looked.size(); i++) {
            shots.addPlaces(looked.get(i), i);
        }
        shots.choose(OVERLAP_MAX, true);
        shots.choose(OVERLAP_LOOSE, false);
        shots.choose(1, false);
        return shots.chosen.stream().map(Candidate::shot).toList();
    }

    private void addParts(Sighting sighting, int rank) {
        for (int i = 0; i < ProductConcepts.ALL.details().size(); i++) {
            var concept = ProductConcepts.ALL.details().get(i);
            var part = sighting.parts().get(concept);
            if (part != null && isDetail(sighting.subject(), part)) {
                double fill = fill(sighting.subject(), part);
                candidates.add(Candidate.of(sighting, part, fill, concept, i + rank));
            }
        }
    }

    /** The quarter places of the product, by how much there is to see. */
    private void addPlaces(Sighting sighting, int rank) {
        var picture = sighting.photo().original().get();
        var map = DetailMap.of(picture);
        var product = sighting.subject().scaledTo(picture.width(), picture.height());
        int side =
                (int) (SIDE_MIN * Math.max(product.box().width(), product.box().height()));
        List<Box> places = new ArrayList<>();
        for (var quarter : quarters(product.box())) {
            places.add(map.densest(quarter, Math.max(1, side)));
        }
        places.sort((one, other) -> Double.compare(map.density(other), map.density(one)));
        for (int i = 0; i < places.size(); i++) {
            var place = new Subject(places.get(i), product.photo(), 0);
            candidates.add(Candidate.of(
                    sighting, place, 1, PLACE, ProductConcepts.ALL.details().size() + i + rank));
        }
    }

    private static List<Box> quarters(Box box) {
        int width = Math.max(1, box.width() / 2);
        int height = Math.max(1, box.height() / 2);
        return List.of(
                new Box(box.x(), box.y(), width, height),
                new Box(box.right() - width, box.y(), width, height),
                new Box(box.x(), box.bottom() - height, width, height),
                new Box(box.right() - width, box.bottom() - height, width, height));
    }

    /** What is nearly as large as the product is no detail of it. */
    private static boolean isDetail(Subject product, Subject part) {
        return longSide(part) < DETAIL_MAX * longSide(product);
    }

    /** How much of the close-up the part takes, so that enough of the product is around it. */
    private static double fill(Subject product, Subject part) {
        double least = SIDE_MIN * longSide(product);
        return Math.clamp(longSide(part) / least, FILL_MIN, FILL);
    }

    private static double longSide(Subject subject) {
        return Math.max(subject.box().width(), subject.box().height());
    }

    private void choose(double overlapMax, boolean eachOnce) {
        Set<String> used = new HashSet<>();
        chosen.forEach(one -> used.add(one.because()));
        while (chosen.size() < COUNT) {
            var next = best(overlapMax, eachOnce ? used : Set.of());
            if (next.isEmpty()) {
                return;
            }
            chosen.add(next.get());
            candidates.remove(next.get());
            if (ProductConcepts.ALL.details().contains(next.get().because())) {
                used.add(next.get().because());
            }
        }
    }

    private Optional<Candidate> best(double overlapMax, Set<String> used) {
        return candidates.stream()
                .filter(one -> !used.contains(one.because()))
                .filter(one -> chosen.stream().allMatch(other -> apart(one, other, overlapMax)))
                .min((one, other) -> Double.compare(cost(one), cost(other)));
    }

    private static boolean apart(Candidate one, Candidate other, double overlapMax) {
        return !one.sighting().equals(other.sighting())
                || one.shot().crop().overlap(other.shot().crop()) <= overlapMax;
    }

    /** A photo that is used already gives way to others. */
    private double cost(Candidate one) {
        long before = chosen.stream()
                .filter(other -> other.sighting().equals(one.sighting()))
                .count();
        return one.rank() + 2.0 * before;
    }
}
