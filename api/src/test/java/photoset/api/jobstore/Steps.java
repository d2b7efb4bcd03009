package photoset.api.jobstore;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.job.Execution;
import photoset.workflows.job.InstanceChoice;
import photoset.workflows.job.Variant;
import photoset.workflows.jobstore.ExecutionRecord;
import photoset.workflows.jobstore.ItemEnd;
import photoset.workflows.jobstore.PhotoTimes;
import photoset.workflows.jobstore.StartRecord;
import photoset.workflows.jobstore.UploadRecord;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.Rule;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.FoundMask;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.sets.OrderedSet;
import photoset.workflows.sets.SetLanguage;
import photoset.workflows.sets.SetTemplate;

/** What the workflow would tell the job store. */
public final class Steps {
    private static final List<Concept> WALL = List.of(new Concept("Wall", "wall surface", Concept.Kind.STUFF));

    private static final List<FoundMask> FOUND =
            List.of(new FoundMask("lite/1", new MaskRef("Wall", "masks/Wall.png", 100, 1, .9), true));

    private Steps() {}

    /** An album of that many photos, some of which are broken. */
    public static UploadRecord album(JobId job, int photos, Integer... broken) {
        List<Integer> bad = Arrays.asList(broken);
        return new UploadRecord(
                job,
                IntStream.range(0, photos)
                        .mapToObj(idx -> bad.contains(idx) ? broken(idx) : accepted(idx))
                        .toList());
    }

    private static Inspection accepted(int idx) {
        return new Inspection.Accepted(
                new PhotoRef(idx, "inputs/" + idx, "inputs/" + idx + ".view", "ab".repeat(32), 1000, 640, 480));
    }

    private static Inspection broken(int idx) {
        return new Inspection.Broken(idx, new PhotoFault(PhotoError.UNREADABLE_PHOTO, "The photo ends early."));
    }

    public static ExecutionRecord rule(JobId job) {
        return new ExecutionRecord(
                job,
                new Execution(
                        List.of(variant("a")),
                        new OrderedSet(SetTemplate.BEFORE_AFTER, SetLanguage.EN, "http://localhost"),
                        WALL));
    }

    /** As many variants: a, b, c. */
    public static ExecutionRecord variants(JobId job, int count) {
        var variants = Stream.of("a", "b", "c").limit(count).map(Steps::variant).toList();
        return new ExecutionRecord(job, new Execution(variants, null, WALL));
    }

    private static Variant variant(String id) {
        var rule = new Rule(Map.of("Wall", new Action.Recolor("#aabbcc", null)), List.of("Window"));
        var spec = new RenderSpec(
                id,
                List.of(new ResolvedAction.Recolor("Wall", "#aabbcc", 1)),
                List.of("Window"),
                OutputFormat.PNG,
                true,
                EdgeMode.REFINED,
                false,
                List.of(),
                List.of());
        return new Variant(id.equals("a") ? null : "Option " + id, rule, null, spec, InstanceChoice.ALL);
    }

    public static StartRecord start(JobId job, Integer... items) {
        return new StartRecord(job, 0, List.of(items));
    }

    public static ItemEnd delivered(JobId job, int idx, @Nullable Integer next) {
        return delivered(job, idx, next, "a");
    }

    /** The photo in these variants. */
    public static ItemEnd delivered(JobId job, int idx, @Nullable Integer next, String... variants) {
        return delivered(job, 0, idx, next, variants);
    }

    /** The photo in this retry. */
    public static ItemEnd delivered(JobId job, int retry, int idx, @Nullable Integer next, String... variants) {
        var pictures = Stream.of(variants)
                .map(variant -> new ItemEnd.Picture(variant, picture(variant + "/" + idx)))
                .toList();
        return new ItemEnd.Delivered(job, retry, idx, FOUND, pictures, new PhotoTimes(2000, 1000, 2), next);
    }

    private static RenderedPhoto picture(String name) {
        return new RenderedPhoto("outputs/" + name, "previews/" + name, "manifests/" + name, 77);
    }

    public static ItemEnd failed(JobId job, int idx, @Nullable Integer next) {
        return failed(job, 0, idx, next);
    }

    /** The photo in this retry. */
    public static ItemEnd failed(JobId job, int retry, int idx, @Nullable Integer next) {
        return new ItemEnd.Failed(
                job, retry, idx, FOUND, new PhotoFault(PhotoError.SEGMENTATION_FAILED, "Try it again later."), next);
    }
}
