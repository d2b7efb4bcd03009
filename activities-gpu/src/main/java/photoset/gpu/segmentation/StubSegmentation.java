package photoset.gpu.segmentation;

import io.temporal.spring.boot.ActivityImpl;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.gpu.masks.Instance;
import photoset.gpu.masks.InstanceSplitter;
import photoset.imaging.Mask;
import photoset.imaging.Plane;
import photoset.imaging.png.GreyPng;
import photoset.workflows.TaskQueues;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;

/**
 * Finds every concept in the middle half of every photo without looking at it; for load tests, where the model's time
 * would hide everything else. Outputs name it as their model.
 */
@ActivityImpl(taskQueues = TaskQueues.GPU)
public final class StubSegmentation implements Segmentation {
    /** Name and version. */
    public static final String MODEL = "stub/1";

    /** Load tests use a few sizes; 64 pairs of masks of photos are a few MB as PNG. */
    private static final int SIZES_MAX = 64;

    private final Bucket bucket;
    private final Attempts attempts;
    private final ConcurrentHashMap<Shape, Drawn> drawn = new ConcurrentHashMap<>();

    public StubSegmentation(Bucket bucket, Attempts attempts) {
        this.bucket = bucket;
        this.attempts = attempts;
    }

    private record Shape(int width, int height, boolean empty) {}

    private static final class Drawn {
        private final byte[] png;
        private final List<Instance> instances;

        Drawn(Mask mask) {
            png = GreyPng.encode(mask);
            instances = InstanceSplitter.whole("", mask, new Plane(1, 1, new float[] {1}));
        }
    }

    @Override
    public SegmentedPhoto segment(SegmentationTask task) {
        return attempts.run(beat -> written(task, beat));
    }

    private SegmentedPhoto written(SegmentationTask task, Progress progress) {
        progress.transferring("store masks");
        var files = new MaskFiles(bucket, task);
        for (Concept concept : task.concepts()) {
            // Protected concepts are nowhere, else nothing would be left to paint.
            var mask = mask(task.photo(), task.protect().contains(concept.id()));
            var instances = mask.instances.stream()
                    .map(one -> new Instance(
                            concept.id(), concept.id() + "-1", one.score(), one.box(), one.area(), one.rle()))
                    .toList();
            files.add(concept.id(), mask.png, instances);
        }
        return files.finish(MODEL);
    }

    private Drawn mask(PhotoRef photo, boolean empty) {
        if (drawn.size() > SIZES_MAX) {
            drawn.clear();
        }
        return drawn.computeIfAbsent(new Shape(photo.width(), photo.height(), empty), StubSegmentation::draw);
    }

    private static Drawn draw(Shape shape) {
        return new Drawn(rectangle(shape.width(), shape.height(), shape.empty()));
    }

    /** The mask that every photo of this size gets. */
    public static Mask mask(int width, int height) {
        return rectangle(width, height, false);
    }

    private static Mask rectangle(int width, int height, boolean empty) {
        var alpha = new byte[width * height];
        for (int y = height / 4; y < height * 3 / 4 && !empty; y++) {
            Arrays.fill(alpha, y * width + width / 4, y * width + width * 3 / 4, (byte) 255);
        }
        return new Mask(width, height, alpha);
    }
}
