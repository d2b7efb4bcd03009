package photoset.bench.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import photoset.bench.rooms.FixtureKind;
import photoset.bench.rooms.RoomView;
import photoset.bench.rooms.RoomView.SeenFixture;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.masks.Instance;
import photoset.imaging.Mask;
import photoset.workflows.segmentation.Concept;

/** Whose masks the instances are described by. */
@FunctionalInterface
interface InstanceSource {
    /** A mask, and the thing that it shows. */
    record KnownMask(FixtureKind kind, int thing, Mask mask) {}

    /** An instance of a segmenter shows the thing with which it shares this much of their union. */
    double UNION_MIN = .5;

    List<KnownMask> in(RoomView view);

    /** A segmenter that never errs. */
    static List<KnownMask> truth(RoomView view) {
        return view.seen().stream()
                .map(seen -> new KnownMask(seen.kind(), seen.id(), seen.mask()))
                .toList();
    }

    /** The bundled network, where it knows the concept; what it finds beside any thing is left out. */
    static InstanceSource of(LiteModel model) {
        return view -> {
            var findings = model.find(view.photo(), "interior", step -> {});
            var found = new ArrayList<KnownMask>();
            for (var kind : FixtureKind.values()) {
                model.concepts().stream()
                        .filter(concept -> concept.id().equals(kind.concept()))
                        .filter(concept -> concept.kind() == Concept.Kind.INSTANCE)
                        .flatMap(concept ->
                                findings
                                        .concept(
                                                concept,
                                                view.photo().width(),
                                                view.photo().height())
                                        .instances()
                                        .stream())
                        .map(Instance::rle)
                        .forEach(rle -> addKnown(kind, rle.mask(), view, found));
            }
            return found;
        };
    }

    private static void addKnown(FixtureKind kind, Mask mask, RoomView view, List<KnownMask> found) {
        view.seen().stream()
                .filter(seen -> seen.kind() == kind && shared(seen.mask(), mask) >= UNION_MIN)
                .max(Comparator.comparingDouble((SeenFixture seen) -> shared(seen.mask(), mask)))
                .ifPresent(seen -> found.add(new KnownMask(kind, seen.id(), mask)));
    }

    private static double shared(Mask one, Mask other) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < one.levels().length; i++) {
            boolean first = one.at(i) >= Mask.COVERED;
            boolean second = other.at(i) >= Mask.COVERED;
            both += first && second ? 1 : 0;
            either += first || second ? 1 : 0;
        }
        return either == 0 ? 0 : (double) both / either;
    }
}
