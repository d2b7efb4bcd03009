package photoset.workflows.segmentation;

import java.util.List;

/**
 * What was found in an album before the workflow began.
 *
 * @param photos those that the workflow may work on
 * @param others idx of the other photos in which something was found
 * @param surfaces ids of the concepts of which all is one instance
 */
public record KnownMasks(List<FoundPhoto> photos, List<Integer> others, List<String> surfaces) {
    /** Nothing was found before. */
    public static final KnownMasks NONE = new KnownMasks(List.of(), List.of(), List.of());

    /** Ids of the concepts that were found, each once. */
    public List<String> concepts() {
        return photos.stream()
                .flatMap(photo -> photo.found().masks().stream())
                .map(MaskRef::concept)
                .distinct()
                .toList();
    }
}
