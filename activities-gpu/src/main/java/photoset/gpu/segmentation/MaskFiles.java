package photoset.gpu.segmentation;

import java.util.ArrayList;
import java.util.List;
import photoset.activities.Progress;
import photoset.gpu.masks.ConceptMask;
import photoset.gpu.masks.Instance;
import photoset.imaging.png.GreyPng;
import photoset.imaging.regions.LabelMap;
import photoset.workflows.ObjectKeys;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;
import tools.jackson.databind.json.JsonMapper;

/** Writes one photo's masks and instances to their keys; the same findings give the same bytes. Not thread-safe. */
public final class MaskFiles {
    private static final String PNG = "image/png";
    private static final String JSON = "application/json";

    /** A thousand instances with their run-lengths; what is longer was not written here. */
    private static final int INSTANCES_BYTES_MAX = 16 << 20;

    private final Bucket bucket;
    private final SegmentationTask task;
    private final ObjectKeys keys;
    private final List<MaskRef> masks = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();

    public MaskFiles(Bucket bucket, SegmentationTask task) {
        this.bucket = bucket;
        this.task = task;
        this.keys = new ObjectKeys(task.user(), task.job());
    }

    /** Draws what was found. */
    @FunctionalInterface
    public interface Drawer {
        /** One concept at the photo's size. */
        ConceptMask concept(Concept concept, int width, int height);
    }

    /** Draws and writes every concept of the task. */
    public SegmentedPhoto write(String model, Drawer drawer, Progress progress) {
        for (var concept : task.concepts()) {
            var found =
                    drawer.concept(concept, task.photo().width(), task.photo().height());
            progress.reached(concept.id() + " drawn");
            byte[] png = GreyPng.encode(found.mask());
            progress.transferring(concept.id() + " packed");
            add(concept.id(), png, found.instances());
        }
        return finish(model);
    }

    /** Writes one concept's mask. */
    public void add(String concept, byte[] png, List<Instance> found) {
        var key = keys.mask(task.photo().idx(), concept);
        bucket.put(key, png, PNG);
        // The instances of a thing leave out crumbs of a few pixels; the difference is below any use of the number.
        long area = found.stream().mapToLong(Instance::area).sum();
        double score = found.stream().mapToDouble(Instance::score).max().orElse(0);
        masks.add(new MaskRef(concept, key, area, found.size(), score));
        if (task.review()) {
            bucket.put(keys.labels(task.photo().idx(), concept), GreyPng.encode(labels(found)), PNG);
        }
        instances.addAll(found);
    }

    private LabelMap labels(List<Instance> found) {
        var map = LabelMap.empty(task.photo().width(), task.photo().height());
        for (int i = 0; i < found.size(); i++) {
            map.add(i + 1, found.get(i).rle());
        }
        return map;
    }

    /** What was added, after what an earlier run found of other concepts. */
    private List<Object> all() {
        List<Object> all = new ArrayList<>();
        if (task.review()) {
            bucket.find(keys.instances(task.photo().idx()), INSTANCES_BYTES_MAX).ifPresent(file -> {
                for (var earlier : JsonMapper.shared().readTree(file)) {
                    if (masks.stream()
                            .noneMatch(mask -> mask.concept()
                                    .equals(earlier.path("concept").asString()))) {
                        all.add(earlier);
                    }
                }
            });
        }
        all.addAll(instances);
        return all;
    }

    /** Writes the instances of all concepts added and returns what the workflow needs to know. */
    public SegmentedPhoto finish(String model) {
        bucket.put(keys.instances(task.photo().idx()), JsonMapper.shared().writeValueAsBytes(all()), JSON);
        return new SegmentedPhoto(model, List.copyOf(masks));
    }
}
