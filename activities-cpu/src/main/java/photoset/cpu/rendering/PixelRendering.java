package photoset.cpu.rendering;

import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.ActivityImpl;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.removal.RemovalRefused;
import photoset.cpu.rendering.Renderer.Rendered;
import photoset.imaging.Downscale;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.rendering.Rendering;

/** Renders photos of the bucket. */
@Component
@ActivityImpl(taskQueues = TaskQueues.CPU)
final class PixelRendering implements Rendering {
    /** A preview fills a phone's screen. */
    private static final int PREVIEW_SIDE_PX = 1024;

    private static final int PREVIEW_QUALITY = 82;

    private final ObjectStore store;
    private final ImageCodec codec;
    private final PixelBudget budget;
    private final Attempts attempts;

    PixelRendering(ObjectStore store, ImageCodec codec, PixelBudget budget, Attempts attempts) {
        this.store = store;
        this.codec = codec;
        this.budget = budget;
        this.attempts = attempts;
    }

    @Override
    public List<RenderedPhoto> render(RenderTask task) {
        for (var spec : task.specs()) {
            if (!codec.writes(spec.format())) {
                throw RenderInputs.failed("This server cannot write %s. Choose png or jpeg."
                        .formatted(spec.format().extension()));
            }
        }
        return attempts.run(beat -> readable(task, beat));
    }

    private List<RenderedPhoto> readable(RenderTask task, Progress progress) {
        try (var _ = budget.enter(task.photo().pixels(), progress)) {
            return render(task, progress);
        } catch (PhotoRefused refused) {
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    refused.fault().message(), refused.fault().code().name(), refused);
        } catch (RemovalRefused refused) {
            throw RenderInputs.refused(refused);
        }
    }

    private List<RenderedPhoto> render(RenderTask task, Progress progress) {
        var sources = new RenderInputs(store, codec, progress).fetch(task);
        List<RenderedPhoto> kept = new ArrayList<>();
        new Renderer(codec, progress::reached)
                .renderEach(sources, task.specs(), (spec, rendered) -> kept.add(keep(task, spec, rendered, progress)));
        return kept;
    }

    private RenderedPhoto keep(RenderTask task, RenderSpec spec, Rendered rendered, Progress progress) {
        var keys = new ObjectKeys(task.user(), task.job());
        int idx = task.photo().idx();
        var painted = rendered.painted();
        var kept = new RenderedPhoto(
                keys.output(spec.variant(), idx, spec.format().extension()),
                keys.preview(spec.variant(), idx),
                keys.manifest(spec.variant(), idx),
                painted.changes().pixels());
        byte[] preview = codec.writeJpeg(Downscale.toLongSide(painted.shown(), PREVIEW_SIDE_PX), PREVIEW_QUALITY);
        progress.transferring("store picture");
        store.put(kept.outputKey(), rendered.file(), spec.format().contentType());
        store.put(kept.previewKey(), preview, OutputFormat.JPEG.contentType());
        store.put(kept.manifestKey(), rendered.manifest(), "application/json");
        return kept;
    }
}
