package photoset.cpu.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names the instances of an album so that one thing has one name in every photo where it is recognized, and no two of a
 * photo share one. An instance that may be either of two gets a name of its own: a rule that is kept off one window must
 * never be kept off another. The same sightings get the same names, whatever their order.
 */
public final class InstanceIdentities {
    private static final Comparator<ObservedInstance> READING = Comparator.comparingInt(ObservedInstance::photo)
            .thenComparing(ObservedInstance::concept)
            .thenComparingDouble(sighting ->
                    sighting.descriptor().left() + sighting.descriptor().width() / 2)
            .thenComparingDouble(sighting -> sighting.descriptor().top())
            .thenComparing(sighting -> sighting.descriptor().encoded());

    /** More of one photo would cost minutes, since each is compared with each; the smaller ones get names of their own. */
    static final int PER_PHOTO_MAX = 100;

    /** The second time it is known from all photos which neighbors are one thing; a third changes next to nothing. */
    private static final int ROUNDS = 2;

    private final IdentityModel model;

    InstanceIdentities(IdentityModel model) {
        this.model = model;
    }

    /** With the weights that were fitted on rendered albums. */
    public InstanceIdentities() {
        this(IdentityModel.FITTED);
    }

    /**
     * Names every sighting {@code Concept-n}; n counts from 1 in the order of the photos where a thing is seen first, and
     * there from left to right.
     *
     * @param sightings of one album; surfaces have no business here, since each is one instance
     * @return the names, in the order of the sightings
     */
    public List<String> named(List<ObservedInstance> sightings) {
        int[] order = IntStream.range(0, sightings.size())
                .boxed()
                .sorted(Comparator.comparing(sightings::get, READING))
                .mapToInt(Integer::intValue)
                .toArray();
        var ordered = Arrays.stream(order).mapToObj(sightings::get).toList();
        var names = new String[order.length];
        Map<String, Integer> counts = new TreeMap<>();
        for (var thing : things(ordered)) {
            var concept = ordered.get(thing.getFirst()).concept();
            var name = concept + "-" + counts.merge(concept, 1, Integer::sum);
            thing.forEach(member -> names[order[member]] = name);
        }
        return List.of(names);
    }

    private List<List<Integer>> things(List<ObservedInstance> ordered) {
        Map<Integer, List<Integer>> byPhoto = IntStream.range(0, ordered.size())
                .boxed()
                .collect(Collectors.groupingBy(index -> ordered.get(index).photo(), TreeMap::new, Collectors.toList()));
        var concepts = ordered.stream()
                .map(ObservedInstance::concept)
                .distinct()
                .sorted()
                .toList();
        var photos = byPhoto.values().stream()
                .map(own -> new PhotoSightings(ordered, largest(ordered, own), concepts))
                .toList();
        var pairings = pairings(photos);
        List<List<Integer>> things = List.of();
        int[] known = known(things, ordered.size());
        for (int round = 0; round < ROUNDS; round++) {
            things = new SightingClusters(model, ordered, matches(pairings, known)).things();
            known = known(things, ordered.size());
        }
        return things.stream()
                .map(thing -> thing.stream().sorted().toList())
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
    }

    private static List<Integer> largest(List<ObservedInstance> ordered, List<Integer> own) {
        return own.stream()
                .sorted(Comparator.comparingDouble(
                        index -> -ordered.get(index).descriptor().width()
                                * ordered.get(index).descriptor().height()))
                .limit(PER_PHOTO_MAX)
                .sorted()
                .toList();
    }

    /** For each sighting its thing, if another photo shows it too. */
    private static int[] known(List<List<Integer>> things, int sightings) {
        int[] known = new int[sightings];
        Arrays.fill(known, Assignment.NONE);
        for (int thing = 0; thing < things.size(); thing++) {
            int index = thing;
            if (things.get(thing).size() > 1) {
                things.get(thing).forEach(member -> known[member] = index);
            }
        }
        return known;
    }

    private List<PhotoPairing> pairings(List<PhotoSightings> photos) {
        var pairings = new ArrayList<PhotoPairing>();
        for (int i = 0; i < photos.size(); i++) {
            for (int j = i + 1; j < photos.size(); j++) {
                pairings.add(new PhotoPairing(model, photos.get(i), photos.get(j)));
            }
        }
        return pairings;
    }

    private static List<Match> matches(List<PhotoPairing> pairings, int[] known) {
        return pairings.stream()
                .flatMap(pairing -> pairing.matches(known).stream())
                .toList();
    }
}
