package photoset.cpu.rendering;

import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.ActivityImpl;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.cpu.codec.DecodedPhoto;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.removal.RemovalRefused;
import photoset.imaging.Mask;
import photoset.imaging.regions.LabelMap;
import photoset.objects.ObjectStore;
import photoset.workflows.TaskQueues;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.previews.PreviewRendering;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.segmentation.InstanceRef;

/** Paints views of the bucket's photos. The first look at a photo reads all of it, the next ones find its view. */
@Component
@ActivityImpl(taskQueues = TaskQueues.CPU)
final class ViewRendering implements PreviewRendering {
    /** Nobody sees a difference to the pixels, and a view stays below a megabyte. */
    private static final int QUALITY = 90;

    private final ObjectStore store;
    private final ImageCodec codec;
    private final ViewCache views;
    private final PixelBudget budget;
    private final Attempts attempts;

    ViewRendering(ObjectStore store, ImageCodec codec, ViewCache views, PixelBudget budget, Attempts attempts) {
        this.store = store;
        this.codec = codec;
        this.views = views;
        this.budget = budget;
        this.attempts = attempts;
    }

    @Override
    public void preview(PreviewTask task) {
        attempts.run(beat -> {
            readable(task, beat);
            return task;
        });
    }

    private void readable(PreviewTask task, Progress progress) {
        try {
            paint(task, progress);
        } catch (PhotoRefused refused) {
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    refused.fault().message(), refused.fault().code().name(), refused);
        } catch (RemovalRefused refused) {
            throw RenderInputs.refused(refused);
        }
    }

    private void paint(PreviewTask task, Progress progress) {
        var source = source(task, progress);
        var painted = new Renderer(codec, progress::reached).painted(source, task.spec());
        progress.reached("encode");
        byte[] jpeg = codec.writeJpeg(painted.shown(), QUALITY);
        progress.transferring("store preview");
        store.put(task.key(), jpeg, OutputFormat.JPEG.contentType());
    }

    private RenderSource source(PreviewTask task, Progress progress) {
        var render = task.render();
        var ref = render.photo();
        var inputs = new RenderInputs(store, codec, progress);
        try (var whole = new WholePhoto(inputs, ref, budget, progress)) {
            return new RenderSource(
                    ref.idx(),
                    ref.sha256(),
                    ref.bytes(),
                    views.photo(new ViewCache.Key.OfPhoto(ref.sha256()), () -> PhotoView.of(whole.get())),
                    AlbumLight.of(ref.white(), render.albumWhite()),
                    masks(task, inputs, whole, progress),
                    new TreeMap<>(),
                    labels(task, inputs),
                    render.found().model());
        }
    }

    private Map<String, Mask> masks(
            PreviewTask task, RenderInputs inputs, Supplier<DecodedPhoto> whole, Progress progress) {
        var render = task.render();
        var edges = task.spec().edges();
        return views.masks(new ViewCache.Key.OfMasks(render.photo().sha256(), edges, task.versions()), () -> {
            var photo = whole.get();
            var masks = inputs.masks(render, photo.pixels());
            progress.reached("edges");
            return PhotoView.ofMasks(EdgedMasks.of(photo.pixels(), masks, edges));
        });
    }

    private Map<String, LabelMap> labels(PreviewTask task, RenderInputs inputs) {
        var concepts = Stream.concat(task.spec().exclude().stream(), task.spec().lock().stream())
                .map(InstanceRef::concept)
                .collect(Collectors.toCollection(TreeSet::new));
        if (concepts.isEmpty()) {
            return Map.of();
        }
        var versions = task.versions().stream()
                .filter(mask -> concepts.contains(mask.concept()))
                .toList();
        var render = task.render();
        var key = new ViewCache.Key.OfLabels(
                render.photo().sha256(), concepts, versions, Objects.requireNonNullElse(task.instances(), ""));
        return views.labels(key, () -> PhotoView.ofLabels(inputs.labels(render)));
    }

    /** A photo that is read when it is first asked for, and has room in the heap from then until closed; for one thread. */
    private static final class WholePhoto implements Supplier<DecodedPhoto>, AutoCloseable {
        private final RenderInputs inputs;
        private final PhotoRef ref;
        private final PixelBudget budget;
        private final Progress progress;
        private PixelBudget.@Nullable Room room;
        private @Nullable DecodedPhoto photo;

        WholePhoto(RenderInputs inputs, PhotoRef ref, PixelBudget budget, Progress progress) {
            this.inputs = inputs;
            this.ref = ref;
            this.budget = budget;
            this.progress = progress;
        }

        @Override
        public DecodedPhoto get() {
            if (photo == null) {
                room = budget.enter(ref.pixels(), progress);
                photo = inputs.photo(ref, Wanted.SRGB);
            }
            return photo;
        }

        @Override
        public void close() {
            if (room != null) {
                room.close();
            }
        }
    }
}
