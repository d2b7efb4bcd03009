package photoset.cpu.rendering;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.pixels.Reduction;
import photoset.cpu.rendering.Renderer.Rendered;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.rendering.Rendering;

/** Renders photos of the bucket, with a heartbeat before every step. */
@Component
final class PixelRendering implements Rendering {
    /** A preview fills a phone's screen. */
    private static final int PREVIEW_SIDE_PX = 1024;

    private static final int PREVIEW_QUALITY = 82;

    private final ObjectStore store;
    private final ImageCodec codec;

    PixelRendering(ObjectStore store, ImageCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    @Override
    public RenderedPhoto render(RenderTask task) {
        Consumer<String> heartbeat = Activity.getExecutionContext()::heartbeat;
        if (!codec.writes(task.look().format())) {
            throw RenderInputs.failed("This server cannot write %s. Choose png or jpeg."
                    .formatted(task.look().format().extension()));
        }
        try {
            return render(task, heartbeat);
        } catch (PhotoRefused refused) {
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    refused.fault().message(), refused.fault().code().name(), refused);
        }
    }

    private RenderedPhoto render(RenderTask task, Consumer<String> heartbeat) {
        heartbeat.accept("fetch");
        var sources = new RenderInputs(store, codec).fetch(task);
        var rendered = new Renderer(codec, heartbeat).render(sources, task.look());
        heartbeat.accept("store");
        return keep(task, rendered);
    }

    private RenderedPhoto keep(RenderTask task, Rendered rendered) {
        var keys = new ObjectKeys(task.user(), task.job());
        var look = task.look();
        int idx = task.photo().idx();
        var painted = rendered.painted();
        var kept = new RenderedPhoto(
                keys.output(look.variant(), idx, look.format().extension()),
                keys.preview(look.variant(), idx),
                keys.manifest(look.variant(), idx),
                painted.changes().pixels());
        byte[] preview = codec.writeJpeg(Reduction.toLongSide(painted.shown(), PREVIEW_SIDE_PX), PREVIEW_QUALITY);
        rendered.masks()
                .forEach((concept, mask) -> store.put(
                        keys.laidMask(look.variant(), idx, concept),
                        codec.writeMask(mask),
                        OutputFormat.PNG.contentType()));
        store.put(kept.outputKey(), rendered.file(), look.format().contentType());
        store.put(kept.previewKey(), preview, OutputFormat.JPEG.contentType());
        store.put(kept.manifestKey(), rendered.manifest(), "application/json");
        return kept;
    }
}
