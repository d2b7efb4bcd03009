package photoset.api.instances;

import java.util.List;
import photoset.workflows.ObjectKeys;

/**
 * What the records say of all masks of a job.
 *
 * @param preset the job's domain
 * @param photos in the order of their idx
 */
record ExportedJob(ObjectKeys keys, String preset, List<Photo> photos) {
    /**
     * A photo.
     *
     * @param file its name among the photos
     * @param width upright width in pixels
     * @param height upright height in pixels
     * @param instances of the masks in use, by concept and label
     */
    record Photo(int idx, String file, int width, int height, List<InstanceRow> instances) {}

    /** Every concept of which there is an instance, in alphabetical order. */
    List<String> concepts() {
        return photos.stream()
                .flatMap(photo -> photo.instances().stream())
                .map(InstanceRow::concept)
                .distinct()
                .sorted()
                .toList();
    }
}
