package photoset.gpu.sam3;

import io.temporal.spring.boot.ActivityImpl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.gpu.sam3.engine.Prediction;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.segmentation.Bucket;
import photoset.gpu.segmentation.MaskFiles;
import photoset.gpu.segmentation.Views;
import photoset.gpu.torch.DeviceFault;
import photoset.gpu.torch.DeviceFull;
import photoset.workflows.TaskQueues;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.Exemplar;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;
import photoset.workflows.segmentation.SegmenterDescription;

/**
 * {@link Segmentation} by SAM 3: any concept with a prompt. Looks at the photo's view, and only if an answer is not in the
 * cache. A device that is lost or full costs the photo no attempt: Temporal gives it to another worker.
 */
@ActivityImpl(taskQueues = TaskQueues.GPU)
public final class Sam3Segmentation implements Segmentation {
    private final Sam3Model model;
    private final Sam3Settings settings;
    private final Bucket bucket;
    private final Attempts attempts;
    private final @Nullable PredictionCache cache;

    public Sam3Segmentation(Sam3Model model, Sam3Settings settings, Bucket bucket, Attempts attempts) {
        this.model = model;
        this.settings = settings;
        this.bucket = bucket;
        this.attempts = attempts;
        this.cache = settings.cache() ? new PredictionCache(bucket, model.label()) : null;
    }

    /** What is said of the model to the api: it takes any words, and examples. */
    public static SegmenterDescription describe(Sam3Model model) {
        return new SegmenterDescription(model.label(), null, true);
    }

    @Override
    public SegmentedPhoto segment(SegmentationTask task) {
        return attempts.run(beat -> segment(task, beat));
    }

    private SegmentedPhoto segment(SegmentationTask task, Progress progress) {
        var drawing = new MaskRenderer(task.concepts(), answers(task, progress), settings.score());
        return new MaskFiles(bucket, task).write(model.label(), drawing::concept, progress);
    }

    private List<Prediction> answers(SegmentationTask task, Progress progress) {
        var photo = task.photo().sha256();
        var prompts =
                task.concepts().stream().map(concept -> prompt(task, concept)).toList();
        Map<Prompt, Prediction> known = new HashMap<>();
        progress.transferring("look for answers");
        for (var prompt : prompts) {
            kept(photo, prompt).ifPresent(answer -> known.put(prompt, answer));
        }
        progress.reached(known.size() + " of " + prompts.size() + " known");
        var open = new ArrayList<>(prompts.stream().distinct().toList());
        open.removeAll(known.keySet());
        if (!open.isEmpty()) {
            var found = found(task, open, progress);
            progress.transferring("keep answers");
            for (int i = 0; i < open.size(); i++) {
                known.put(open.get(i), found.get(i));
                if (cache != null) {
                    cache.keep(photo, open.get(i), found.get(i));
                }
            }
            progress.reached("kept");
        }
        return prompts.stream().map(known::get).toList();
    }

    private static Prompt prompt(SegmentationTask task, Concept concept) {
        var photo = task.photo();
        return new Prompt(
                concept.prompt(),
                task.exemplars().stream()
                        .filter(example -> example.concept().equals(concept.id()))
                        .flatMap(example -> shown(example, photo).stream())
                        .toList());
    }

    /** What of the box lies in the photo. */
    private static Optional<Prompt.Exemplar> shown(Exemplar example, PhotoRef photo) {
        var box = example.box();
        double right = Math.min(photo.width(), (double) box.x() + box.w());
        double bottom = Math.min(photo.height(), (double) box.y() + box.h());
        double width = (right - box.x()) / photo.width();
        double height = (bottom - box.y()) / photo.height();
        return width > 0 && height > 0
                ? Optional.of(new Prompt.Exemplar(
                        (double) box.x() / photo.width(),
                        (double) box.y() / photo.height(),
                        width,
                        height,
                        example.positive()))
                : Optional.empty();
    }

    private Optional<Prediction> kept(String photo, Prompt prompt) {
        return cache == null ? Optional.empty() : cache.find(photo, prompt);
    }

    private List<Prediction> found(SegmentationTask task, List<Prompt> prompts, Progress progress) {
        var view = Views.read(bucket, task, progress);
        progress.reached("view read");
        try {
            return model.find(view, prompts, progress).stream()
                    .map(answer -> answer.from(Sam3Model.SCORE_MIN))
                    .toList();
        } catch (RuntimeException failed) {
            if (DeviceFault.of(failed) == DeviceFault.OUT_OF_MEMORY) {
                throw new DeviceFull(failed);
            }
            throw failed;
        }
    }
}
