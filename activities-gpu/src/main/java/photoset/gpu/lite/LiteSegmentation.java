package photoset.gpu.lite;

import io.temporal.spring.boot.ActivityImpl;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.gpu.segmentation.Bucket;
import photoset.gpu.segmentation.MaskFiles;
import photoset.gpu.segmentation.Views;
import photoset.gpu.segmentation.Vocabulary;
import photoset.workflows.TaskQueues;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;
import photoset.workflows.segmentation.SegmenterDescription;

/** {@link Segmentation} by the bundled network. Looks at the photo's view only, never at what the user uploaded. */
@ActivityImpl(taskQueues = TaskQueues.GPU)
public final class LiteSegmentation implements Segmentation {
    private final LiteModel model;
    private final Bucket bucket;
    private final Attempts attempts;
    private final SegmenterDescription description;

    public LiteSegmentation(LiteModel model, Bucket bucket, Attempts attempts) {
        this.model = model;
        this.bucket = bucket;
        this.attempts = attempts;
        this.description = describe(model);
    }

    /** What the network can find. */
    public static SegmenterDescription describe(LiteModel model) {
        return new SegmenterDescription(
                model.label(),
                model.concepts().stream().map(known -> known.id()).toList(),
                false);
    }

    @Override
    public SegmentedPhoto segment(SegmentationTask task) {
        Vocabulary.refuseUnknown(description, task.concepts());
        return attempts.run(beat -> segment(task, beat));
    }

    private SegmentedPhoto segment(SegmentationTask task, Progress progress) {
        var view = Views.read(bucket, task, progress);
        progress.reached("view read");
        var findings = model.find(view, task.preset(), progress);
        return new MaskFiles(bucket, task).write(model.label(), findings::concept, progress);
    }
}
