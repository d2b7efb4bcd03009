package photoset.workflows.durable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.FoundMask;
import photoset.workflows.segmentation.KnownMasks;
import photoset.workflows.segmentation.SegmentedPhoto;

/** What was found in a job's photos so far, by this workflow or before it. */
final class FoundMasks {
    private final Map<Integer, SegmentedPhoto> byIdx = new TreeMap<>();
    private final Set<String> surfaces = new TreeSet<>();
    private final Set<Integer> others = new TreeSet<>();
    private boolean grown;

    /** Takes over what was found before the workflow began. */
    void restore(KnownMasks known) {
        known.photos().forEach(photo -> byIdx.put(photo.idx(), photo.found()));
        surfaces.addAll(known.surfaces());
        others.addAll(known.others());
    }

    /** Whether this workflow has found anything. */
    boolean isGrown() {
        return grown;
    }

    /** What was found in this photo, or null. */
    @Nullable
    SegmentedPhoto of(int idx) {
        return byIdx.get(idx);
    }

    /** Those of the concepts that were not looked for in this photo. */
    List<Concept> lacking(int idx, List<Concept> wanted) {
        var found = byIdx.get(idx);
        return found == null ? wanted : found.lacking(wanted);
    }

    /** Adds what was found of these concepts and returns all that is known of the photo. */
    SegmentedPhoto add(int idx, List<Concept> concepts, SegmentedPhoto found) {
        concepts.stream()
                .filter(concept -> concept.kind() == Concept.Kind.STUFF)
                .forEach(surface -> surfaces.add(surface.id()));
        grown = true;
        return byIdx.merge(idx, found, SegmentedPhoto::with);
    }

    /** Ids of the surfaces that were looked for. */
    List<String> surfaces() {
        return List.copyOf(surfaces);
    }

    /** Idx of the photos in which something was looked for, ascending. */
    List<Integer> photos() {
        Set<Integer> all = new TreeSet<>(others);
        all.addAll(byIdx.keySet());
        return List.copyOf(all);
    }

    /** What is known of a photo, for the records. */
    List<FoundMask> recorded(int idx) {
        @Nullable SegmentedPhoto found = byIdx.get(idx);
        return found == null
                ? List.of()
                : found.masks().stream()
                        .map(mask -> new FoundMask(found.model(), mask, surfaces.contains(mask.concept())))
                        .toList();
    }
}
