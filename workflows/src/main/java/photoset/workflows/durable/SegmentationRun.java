package photoset.workflows.durable;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import photoset.workflows.job.JobRequest;
import photoset.workflows.jobstore.JobStore;
import photoset.workflows.jobstore.PhotoSegmentation;
import photoset.workflows.jobstore.PhotoTimes;
import photoset.workflows.jobstore.SegmentationEnd;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.SegmentRequest;
import photoset.workflows.segmentation.SegmentationTask;

/** One segment call: looks for concepts in every photo of an album, a few side by side. A photo that fails does so alone. */
final class SegmentationRun {
    private final JobRequest request;
    private final JobStore jobStore;
    private final FoundMasks found;
    private final int number;
    private final SegmentRequest wanted;
    private int inFlight;

    SegmentationRun(JobRequest request, JobStore jobStore, FoundMasks found, int number, SegmentRequest wanted) {
        this.request = request;
        this.jobStore = jobStore;
        this.found = found;
        this.number = number;
        this.wanted = wanted;
    }

    /** Returns when every photo has ended, or the scope was canceled; either way the records know. */
    void run(Collection<PhotoRef> photos) {
        Queue<PhotoRef> waiting = new ArrayDeque<>(photos);
        List<Promise<Void>> branches = new ArrayList<>();
        for (int i = 0; i < request.plan().limits().photosInFlightMax(); i++) {
            branches.add(Async.procedure(this::segmentInTurn, waiting));
        }
        var all = Promise.allOf(branches);
        var life = CancellationScope.current();
        Workflow.newDetachedCancellationScope(() -> {
                    all.get();
                    if (!life.isCancelRequested()) {
                        new AlbumMatching(request, jobStore).match(found);
                    }
                    jobStore.recordSegmentationEnd(new SegmentationEnd(request.job(), number));
                })
                .run();
    }

    private void segmentInTurn(Queue<PhotoRef> waiting) {
        @Nullable PhotoRef photo = waiting.poll();
        inFlight++;
        while (photo != null) {
            photo = segmented(photo) ? waiting.poll() : null;
        }
        inFlight--;
    }

    /** False when the run was canceled. */
    private boolean segmented(PhotoRef photo) {
        @Nullable PhotoFault fault = null;
        long began = Workflow.currentTimeMillis();
        try {
            segment(photo);
        } catch (CanceledFailure canceled) {
            return false;
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure) {
                return false;
            }
            fault = PhotoFaults.of(failure);
        }
        var times = new PhotoTimes(Workflow.currentTimeMillis() - began, 0, inFlight);
        var end = new PhotoSegmentation(request.job(), number, photo.idx(), found.recorded(photo.idx()), times, fault);
        Workflow.newDetachedCancellationScope(() -> jobStore.recordPhotoSegmentation(end))
                .run();
        return true;
    }

    /** What was found before is not looked for again, unless there are examples of it. */
    private void segment(PhotoRef photo) {
        var exemplars = wanted.exemplarsIn(photo.idx());
        var lacking = found.lacking(photo.idx(), wanted.concepts());
        var concepts = wanted.concepts().stream()
                .filter(concept -> lacking.contains(concept)
                        || exemplars.stream()
                                .anyMatch(example -> example.concept().equals(concept.id())))
                .toList();
        if (concepts.isEmpty()) {
            return;
        }
        var place = "%d/%d".formatted(photo.idx() + 1, request.photos().size());
        var task = new SegmentationTask(
                request.user(), request.job(), request.preset(), photo, concepts, List.of(), exemplars, true);
        found.add(
                photo.idx(),
                concepts,
                ActivityStubs.freeSegmentation("segment " + place).segment(task));
    }
}
