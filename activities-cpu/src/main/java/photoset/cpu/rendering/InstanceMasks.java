package photoset.cpu.rendering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import photoset.imaging.Mask;
import photoset.imaging.regions.LabelMap;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.segmentation.InstanceRef;

/**
 * The masks of a photo as a spec wants them: without the instances that it leaves out, and with one more to protect for
 * those that it locks. The soft edge around an instance goes with it.
 *
 * @param masks by concept
 * @param locked the pixels that are locked, one mask for each concept
 * @param left the pixels of those that are left out, one mask for each concept of which others are removed
 */
record InstanceMasks(Map<String, Mask> masks, List<Mask> locked, List<Mask> left) {
    private static final byte OPAQUE = (byte) 0xff;

    /** The masks are left as they are where the spec names no instance of them. */
    static InstanceMasks of(Map<String, Mask> edged, Map<String, LabelMap> labels, RenderSpec spec) {
        if (spec.exclude().isEmpty() && spec.lock().isEmpty()) {
            return new InstanceMasks(edged, List.of(), List.of());
        }
        Map<String, Mask> masks = new HashMap<>(edged);
        var excluded = byConcept(spec.exclude());
        excluded.forEach((concept, chosen) -> masks.computeIfPresent(
                concept, (_, mask) -> without(mask, grown(labels(labels, concept), mask), chosen)));
        var locked = byConcept(spec.lock()).entrySet().stream()
                .map(chosen -> only(mask(edged, chosen.getKey()), labels(labels, chosen.getKey()), chosen.getValue()))
                .toList();
        var left = spec.actions().stream()
                .filter(action -> action instanceof ResolvedAction.Remove && excluded.containsKey(action.concept()))
                .map(action -> missing(mask(edged, action.concept()), mask(masks, action.concept())))
                .toList();
        return new InstanceMasks(masks, locked, left);
    }

    /** The same with other masks by concept. */
    InstanceMasks with(Map<String, Mask> others) {
        return new InstanceMasks(others, locked, left);
    }

    private static Mask mask(Map<String, Mask> masks, String concept) {
        var mask = masks.get(concept);
        if (mask == null) {
            throw new IllegalArgumentException("There is no mask of " + concept + ".");
        }
        return mask;
    }

    private static LabelMap labels(Map<String, LabelMap> labels, String concept) {
        var map = labels.get(concept);
        if (map == null) {
            throw new IllegalArgumentException("There are no instances of " + concept + ".");
        }
        return map;
    }

    private static Map<String, Set<Integer>> byConcept(List<InstanceRef> instances) {
        return instances.stream()
                .collect(Collectors.groupingBy(
                        InstanceRef::concept, Collectors.mapping(InstanceRef::label, Collectors.toSet())));
    }

    private static Mask without(Mask mask, short[] labels, Set<Integer> chosen) {
        byte[] levels = mask.levels().clone();
        for (int i = 0; i < levels.length; i++) {
            if (chosen.contains(labels[i] & LabelMap.LABEL_MAX)) {
                levels[i] = 0;
            }
        }
        return new Mask(mask.width(), mask.height(), levels);
    }

    /** Where the first mask has something that the second has not. */
    private static Mask missing(Mask all, Mask some) {
        byte[] levels = all.levels().clone();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = some.levels()[i] == 0 ? levels[i] : 0;
        }
        return new Mask(all.width(), all.height(), levels);
    }

    private static Mask only(Mask mask, LabelMap map, Set<Integer> chosen) {
        short[] labels = grown(map, mask);
        var levels = new byte[labels.length];
        for (int i = 0; i < levels.length; i++) {
            if (chosen.contains(map.labels()[i] & LabelMap.LABEL_MAX)) {
                levels[i] = OPAQUE;
            } else if (chosen.contains(labels[i] & LabelMap.LABEL_MAX)) {
                levels[i] = mask.levels()[i];
            }
        }
        return new Mask(mask.width(), mask.height(), levels);
    }

    /** Every pixel of the mask gets the label that is nearest within the mask, in a walk that begins at all labels. */
    private static short[] grown(LabelMap map, Mask mask) {
        short[] labels = map.labels().clone();
        int width = mask.width();
        var queue = new int[labels.length];
        int end = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0) {
                queue[end++] = i;
            }
        }
        for (int at = 0; at < end; at++) {
            int from = queue[at];
            int x = from % width;
            for (int to :
                    new int[] {x > 0 ? from - 1 : -1, x < width - 1 ? from + 1 : -1, from - width, from + width}) {
                if (to >= 0 && to < labels.length && labels[to] == 0 && mask.levels()[to] != 0) {
                    labels[to] = labels[from];
                    queue[end++] = to;
                }
            }
        }
        return labels;
    }
}
