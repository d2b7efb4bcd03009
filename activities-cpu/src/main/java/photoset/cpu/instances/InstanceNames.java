package photoset.cpu.instances;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import photoset.cpu.identity.InstanceIdentities;
import photoset.cpu.identity.ObservedInstance;
import photoset.imaging.Raster;
import photoset.imaging.instances.InstanceDescriber;

/**
 * The ids of the instances of an album: a surface has one in all photos, a thing the same in every photo where it is
 * recognized. A thing that could not be looked at, since its pixels are not known, gets an id of its own.
 */
final class InstanceNames {
    private final List<String> surfaces;
    private final List<ObservedInstance> observed = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<Place, String> names = new HashMap<>();
    private final Map<String, Integer> numbers = new TreeMap<>();

    InstanceNames(List<String> surfaces) {
        this.surfaces = surfaces;
    }

    private record Place(int idx, String concept, int label) {}

    /** Whether the photo has things to look at. */
    boolean wantsToSee(PhotoInstances photo) {
        return photo.byConcept().keySet().stream().anyMatch(concept -> !surfaces.contains(concept));
    }

    /** Looks at the things of a photo. */
    void see(int idx, PhotoInstances photo, Raster view) {
        var describer = new InstanceDescriber(view);
        photo.byConcept().forEach((concept, found) -> {
            for (int i = 0; i < found.size() && !surfaces.contains(concept); i++) {
                var place = new Place(idx, concept, i + 1);
                var pixels = found.get(i).rle();
                if (pixels != null) {
                    describer.describe(pixels.mask()).ifPresent(look -> {
                        observed.add(new ObservedInstance(idx, concept, look));
                        places.add(place);
                    });
                }
            }
        });
    }

    /** Compares everything that was seen; to be called once, before {@link #of}. */
    void match() {
        var given = new InstanceIdentities().named(observed);
        for (int i = 0; i < given.size(); i++) {
            var name = given.get(i);
            names.put(places.get(i), name);
            int number = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
            numbers.merge(places.get(i).concept(), number, Math::max);
        }
    }

    /** The id of an instance. */
    String of(int idx, String concept, int label) {
        if (surfaces.contains(concept)) {
            return concept + "-1";
        }
        return names.computeIfAbsent(
                new Place(idx, concept, label), _ -> concept + "-" + numbers.merge(concept, 1, Integer::sum));
    }
}
