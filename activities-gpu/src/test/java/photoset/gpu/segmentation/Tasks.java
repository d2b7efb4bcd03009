package photoset.gpu.segmentation;

import java.util.List;
import java.util.Map;
import photoset.activities.Surroundings;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.Concept.Kind;
import photoset.workflows.segmentation.Exemplar;
import photoset.workflows.segmentation.SegmentationTask;

/** Orders for one photo. */
public final class Tasks {
    public static final String VIEW = "inputs/u/j/3.view.jpg";

    /** Nothing is ever away. */
    public static final Surroundings SURROUNDINGS = new Surroundings(Map.of());

    private Tasks() {}

    public static SegmentationTask of(String preset, int width, int height, Concept... concepts) {
        var photo = new PhotoRef(3, "inputs/u/j/3.jpg", VIEW, "00", 1, width, height);
        return new SegmentationTask(
                new UserId("u"), new JobId("j"), preset, photo, List.of(concepts), List.of(), List.of(), false);
    }

    /** The same order for a photo whose single instances are looked at. */
    public static SegmentationTask review(SegmentationTask task) {
        return new SegmentationTask(
                task.user(),
                task.job(),
                task.preset(),
                task.photo(),
                task.concepts(),
                task.protect(),
                task.exemplars(),
                true);
    }

    /** The same order with examples. */
    public static SegmentationTask showing(SegmentationTask task, Exemplar... exemplars) {
        return new SegmentationTask(
                task.user(),
                task.job(),
                task.preset(),
                task.photo(),
                task.concepts(),
                task.protect(),
                List.of(exemplars),
                task.review());
    }

    public static Concept stuff(String id) {
        return new Concept(id, id, Kind.STUFF);
    }

    public static Concept thing(String id) {
        return new Concept(id, id, Kind.INSTANCE);
    }
}
