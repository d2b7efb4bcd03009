package photoset.bench.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import photoset.cpu.identity.InstanceIdentities;
import photoset.cpu.identity.ObservedInstance;

/** The instances of one album and which thing each of them truly is. */
final class KnownAlbum {
    private final List<ObservedInstance> sightings = new ArrayList<>();
    private final List<Integer> things = new ArrayList<>();

    void add(ObservedInstance sighting, int thing) {
        sightings.add(sighting);
        things.add(thing);
    }

    List<ObservedInstance> sightings() {
        return sightings;
    }

    /** How many instances each concept has. */
    Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        sightings.forEach(sighting -> sizes.merge(sighting.concept(), 1, Integer::sum));
        return sizes;
    }

    /** Names the album and counts what is right, by concept. */
    Map<String, PairCounts> judged() {
        var names = new InstanceIdentities().named(sightings);
        Map<String, PairCounts> counts = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                var concept = sightings.get(i).concept();
                if (concept.equals(sightings.get(j).concept())) {
                    boolean one = things.get(i).equals(things.get(j));
                    boolean named = names.get(i).equals(names.get(j));
                    counts.merge(concept, pair(one, named), PairCounts::plus);
                }
            }
        }
        return counts;
    }

    private static PairCounts pair(boolean one, boolean named) {
        return new PairCounts(one && named ? 1 : 0, !one && named ? 1 : 0, one && !named ? 1 : 0);
    }
}
