package photoset.workflows.durable;

import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import photoset.workflows.job.Execution;
import photoset.workflows.job.JobRequest;
import photoset.workflows.job.Variant;
import photoset.workflows.jobstore.ExecutionReceipt.PhotoChoice;
import photoset.workflows.jobstore.ItemEnd;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.segmentation.FoundMask;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;

/** Takes one photo of an executed job from masks to pictures. */
final class PhotoPipeline {
    private final JobRequest request;
    private final Execution execution;
    private final Map<Integer, PhotoChoice> choices = new TreeMap<>();
    private final FoundMasks found;
    private final @Nullable String albumWhite;

    PhotoPipeline(
            JobRequest request,
            Execution execution,
            List<PhotoChoice> choices,
            FoundMasks found,
            @Nullable String albumWhite) {
        this.request = request;
        this.execution = execution;
        choices.forEach(choice -> this.choices.put(choice.idx(), choice));
        this.found = found;
        this.albumWhite = albumWhite;
    }

    /**
     * A photo as it was rendered.
     *
     * @param pictures one for each variant
     * @param segmentationMs until its masks were there; 0 if they were before
     * @param renderingMs from then on
     */
    record Rendered(List<ItemEnd.Picture> pictures, long segmentationMs, long renderingMs) {}

    /** A picture for each variant. */
    Rendered render(PhotoRef photo) {
        long began = Workflow.currentTimeMillis();
        var place = "%d/%d".formatted(photo.idx() + 1, request.photos().size());
        var choice = choices.getOrDefault(photo.idx(), new PhotoChoice(photo.idx(), List.of(), List.of()));
        var masks = segmented(photo, choice.ownMasks(), place).withMasks(choice.ownMasks());
        long segmented = Workflow.currentTimeMillis();
        var specs = execution.variants().stream()
                .map(variant -> spec(variant, choice.instances()))
                .toList();
        var painted = ActivityStubs.rendering("render " + place)
                .render(new RenderTask(request.user(), request.job(), photo, specs, masks, albumWhite));
        List<ItemEnd.Picture> pictures = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            pictures.add(new ItemEnd.Picture(specs.get(i).variant(), painted.get(i)));
        }
        return new Rendered(pictures, segmented - began, Workflow.currentTimeMillis() - segmented);
    }

    /** What is known of the photo's masks now. */
    List<FoundMask> found(PhotoRef photo) {
        return found.recorded(photo.idx());
    }

    /** What was found before the rule is not looked for again, nor what its user has drawn. */
    private SegmentedPhoto segmented(PhotoRef photo, List<MaskRef> drawn, String place) {
        var known = found.of(photo.idx());
        var lacking = SegmentedPhoto.drawn(drawn).lacking(found.lacking(photo.idx(), execution.concepts()));
        if (lacking.isEmpty()) {
            return known == null ? SegmentedPhoto.drawn(drawn) : known;
        }
        var task = new SegmentationTask(
                request.user(),
                request.job(),
                request.preset(),
                photo,
                lacking,
                execution.protect(),
                List.of(),
                known != null);
        return found.add(
                photo.idx(),
                lacking,
                ActivityStubs.segmentation("segment " + place).segment(task));
    }

    private static RenderSpec spec(Variant variant, List<InstanceRef> instances) {
        var choice = variant.instances();
        return variant.spec().choosing(refs(choice.exclude(), instances), refs(choice.lock(), instances));
    }

    private static List<InstanceRef> refs(List<String> ids, List<InstanceRef> instances) {
        return instances.stream().filter(chosen -> ids.contains(chosen.id())).toList();
    }
}
