package photoset.workflows.durable;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import photoset.workflows.job.Execution;
import photoset.workflows.job.JobMetadata;
import photoset.workflows.job.JobRequest;
import photoset.workflows.job.JobState;
import photoset.workflows.job.Variant;
import photoset.workflows.journal.ItemEnd;
import photoset.workflows.journal.JobJournal;
import photoset.workflows.journal.StartRecord;
import photoset.workflows.photos.AlbumWhite;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.rendering.Rendering;
import photoset.workflows.rendering.VariantsTask;
import photoset.workflows.segmentation.SegmentationTask;

/**
 * Takes every photo of an album from masks to pixels, a few side by side. A photo that fails ends alone; a cancellation
 * ends all lanes, and {@link #deliver} returns only when the last of them has stopped.
 */
final class AlbumRun {
    private final JobRequest request;
    private final Execution execution;
    private final JobJournal journal;
    private final Queue<PhotoRef> waiting;
    private final @Nullable String white;
    private int delivered;
    private int failed;

    AlbumRun(JobRequest request, Execution execution, JobJournal journal, Collection<PhotoRef> photos) {
        this.request = request;
        this.execution = execution;
        this.journal = journal;
        this.waiting = new ArrayDeque<>(photos);
        this.white = AlbumWhite.of(photos);
    }

    void deliver() {
        List<PhotoRef> first = new ArrayList<>();
        while (!waiting.isEmpty() && first.size() < request.plan().limits().photosInFlightMax()) {
            first.add(waiting.remove());
        }
        journal.running(
                new StartRecord(request.job(), first.stream().map(PhotoRef::idx).toList()));
        List<Promise<Void>> lanes = new ArrayList<>();
        for (PhotoRef photo : first) {
            lanes.add(Async.procedure(this::lane, photo));
        }
        Promise.allOf(lanes).get();
    }

    private void lane(PhotoRef first) {
        @Nullable PhotoRef photo = first;
        while (photo != null) {
            photo = finish(photo);
        }
    }

    /** Returns the photo to go on with, or null when none is left or the job was canceled. */
    private @Nullable PhotoRef finish(PhotoRef photo) {
        ItemEnd end;
        @Nullable PhotoRef next;
        try {
            var pictures = render(photo);
            next = waiting.poll();
            delivered++;
            end = new ItemEnd.Delivered(request.job(), photo.idx(), pictures, next == null ? null : next.idx());
        } catch (CanceledFailure canceled) {
            return null;
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure) {
                return null;
            }
            next = waiting.poll();
            failed++;
            end = new ItemEnd.Failed(
                    request.job(), photo.idx(), PhotoFaults.of(failure), next == null ? null : next.idx());
        }
        var ended = end;
        Workflow.newDetachedCancellationScope(() -> journal.itemEnded(ended)).run();
        Workflow.setCurrentDetails(JobMetadata.details(
                JobState.RUNNING, delivered, failed, request.photos().size()));
        return next;
    }

    private List<ItemEnd.Picture> render(PhotoRef photo) {
        var place = "%d/%d".formatted(photo.idx() + 1, request.photos().size());
        var found = JobSteps.segmentation("segment " + place)
                .segment(new SegmentationTask(
                        request.user(),
                        request.job(),
                        request.preset(),
                        photo,
                        execution.concepts(),
                        execution.protect()));
        var looks = execution.pictures().stream().map(Variant::look).toList();
        var painted = painted(
                JobSteps.rendering("render " + place),
                new VariantsTask(request.user(), request.job(), photo, looks, found, white));
        List<ItemEnd.Picture> pictures = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            pictures.add(new ItemEnd.Picture(looks.get(i).variant(), painted.get(i)));
        }
        return pictures;
    }

    /** A job with one rule takes the step that it took before there were variants, so that its history replays. */
    private List<RenderedPhoto> painted(Rendering rendering, VariantsTask task) {
        return execution.variants() == null ? List.of(rendering.render(task.first())) : rendering.renderVariants(task);
    }
}
