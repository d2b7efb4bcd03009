package photoset.gpu.segmentation;

import java.util.ArrayList;
import java.util.List;
import photoset.activities.Progress;
import photoset.gpu.masks.ConceptMask;
import photoset.gpu.masks.Instance;
import photoset.imaging.png.GreyPng;
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
        instances.addAll(found);
    }

    /** Writes the instances of all concepts added and returns what the workflow needs to know. */
    public SegmentedPhoto finish(String model) {
        bucket.put(keys.instances(task.photo().idx()), JsonMapper.shared().writeValueAsBytes(instances), JSON);
        return new SegmentedPhoto(model, List.copyOf(masks));
    }
}
