package photoset.cpu.rendering;

import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.rendering.Renderer.Rendered;
import photoset.imaging.Downscale;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.rendering.RenderTask.Look;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.rendering.Rendering;
import photoset.workflows.rendering.VariantsTask;

/** Renders photos of the bucket. */
@Component
final class PixelRendering implements Rendering {
    /** A preview fills a phone's screen. */
    private static final int PREVIEW_SIDE_PX = 1024;

    private static final int PREVIEW_QUALITY = 82;

    private final ObjectStore store;
    private final ImageCodec codec;
    private final Attempts attempts;

    PixelRendering(ObjectStore store, ImageCodec codec, Attempts attempts) {
        this.store = store;
        this.codec = codec;
        this.attempts = attempts;
    }

    @Override
    public RenderedPhoto render(RenderTask task) {
        return renderVariants(VariantsTask.of(task)).getFirst();
    }

    @Override
    public List<RenderedPhoto> renderVariants(VariantsTask task) {
        for (var look : task.looks()) {
            if (!codec.writes(look.format())) {
                throw RenderInputs.failed("This server cannot write %s. Choose png or jpeg."
                        .formatted(look.format().extension()));
            }
        }
        return attempts.run(beat -> readable(task, beat));
    }

    private List<RenderedPhoto> readable(VariantsTask task, Progress progress) {
        try {
            return render(task, progress);
        } catch (PhotoRefused refused) {
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    refused.fault().message(), refused.fault().code().name(), refused);
        }
    }

    private List<RenderedPhoto> render(VariantsTask task, Progress progress) {
        var sources = new RenderInputs(store, codec, progress).fetch(task);
        List<RenderedPhoto> kept = new ArrayList<>();
        new Renderer(codec, progress::reached)
                .renderEach(sources, task.looks(), (look, rendered) -> kept.add(keep(task, look, rendered, progress)));
        return kept;
    }

    private RenderedPhoto keep(VariantsTask task, Look look, Rendered rendered, Progress progress) {
        var keys = new ObjectKeys(task.user(), task.job());
        int idx = task.photo().idx();
        var painted = rendered.painted();
        var kept = new RenderedPhoto(
                keys.output(look.variant(), idx, look.format().extension()),
                keys.preview(look.variant(), idx),
                keys.manifest(look.variant(), idx),
                painted.changes().pixels());
        byte[] preview = codec.writeJpeg(Downscale.toLongSide(painted.shown(), PREVIEW_SIDE_PX), PREVIEW_QUALITY);
        rendered.masks().forEach((concept, mask) -> {
            progress.reached("pack masks");
            byte[] png = codec.writeMask(mask);
            progress.transferring("store masks");
            store.put(keys.laidMask(look.variant(), idx, concept), png, OutputFormat.PNG.contentType());
        });
        progress.transferring("store picture");
        store.put(kept.outputKey(), rendered.file(), look.format().contentType());
        store.put(kept.previewKey(), preview, OutputFormat.JPEG.contentType());
        store.put(kept.manifestKey(), rendered.manifest(), "application/json");
        return kept;
    }
}
