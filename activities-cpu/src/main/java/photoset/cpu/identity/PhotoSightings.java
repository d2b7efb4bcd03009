package photoset.cpu.identity;

import java.util.List;
import photoset.imaging.instances.InstanceDescriptor;

/** The sightings of one photo in order of their concepts, and how they lie to each other. */
final class PhotoSightings {
    private final int[] indices;
    private final InstanceDescriptor[] descriptors;

    /** Where each concept of the album begins, and at the end how many sightings there are. */
    private final int[] starts;

    private final double[][] across;

    /**
     * Looks at a photo.
     *
     * @param album all sightings
     * @param own indices of those of this photo, in order of their concepts
     * @param concepts all concepts of the album, in the same order
     */
    PhotoSightings(List<ObservedInstance> album, List<Integer> own, List<String> concepts) {
        int count = own.size();
        this.indices = own.stream().mapToInt(Integer::intValue).toArray();
        this.descriptors =
                own.stream().map(index -> album.get(index).descriptor()).toArray(InstanceDescriptor[]::new);
        this.starts = new int[concepts.size() + 1];
        int place = 0;
        for (int concept = 0; concept < concepts.size(); concept++) {
            starts[concept] = place;
            while (place < count && album.get(indices[place]).concept().equals(concepts.get(concept))) {
                place++;
            }
        }
        starts[concepts.size()] = place;
        this.across = new double[count][count];
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                across[from][to] = across(descriptors[from], descriptors[to]);
            }
        }
    }

    private static double across(InstanceDescriptor one, InstanceDescriptor other) {
        double unit = Math.max(1e-6, (one.height() + other.height()) / 2);
        return (other.left() + other.width() / 2 - one.left() - one.width() / 2) * one.photoAspect() / unit;
    }

    int count() {
        return indices.length;
    }

    /** The index in the album of the sighting at a place. */
    int index(int place) {
        return indices[place];
    }

    InstanceDescriptor descriptor(int place) {
        return descriptors[place];
    }

    /** How far to the right one lies of another, in mean heights of the two, which hardly change with the distance. */
    double across(int from, int to) {
        return across[from][to];
    }

    /** How many concepts the album has. */
    int concepts() {
        return starts.length - 1;
    }

    /** The first place of a concept. */
    int start(int concept) {
        return starts[concept];
    }

    /** The place after its last one; the first if the photo has none. */
    int end(int concept) {
        return starts[concept + 1];
    }
}
