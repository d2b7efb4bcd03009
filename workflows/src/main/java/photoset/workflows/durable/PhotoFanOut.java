package photoset.workflows.durable;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import photoset.workflows.job.JobMetadata;
import photoset.workflows.job.JobRequest;
import photoset.workflows.job.JobState;
import photoset.workflows.jobstore.ItemEnd;
import photoset.workflows.jobstore.JobStore;
import photoset.workflows.jobstore.PhotoTimes;
import photoset.workflows.jobstore.StartRecord;
import photoset.workflows.photos.PhotoRef;

/**
 * Takes every photo of an album from masks to pixels, a few side by side. A photo that fails ends alone; a cancellation
 * ends all of them, and {@link #deliver} returns when the last of them has stopped, or should have.
 */
final class PhotoFanOut {
    /** A photo has six hours for each of its two steps: when none has ended for a day, none will. */
    private static final Duration IDLE_MAX = Duration.ofDays(1);

    /** Longer than any step of a worker that does not hear a cancellation; what it still does changes no records. */
    private static final Duration LET_GO_MAX = Duration.ofMinutes(10);

    private final JobRequest request;
    private final JobStore jobStore;
    private final PhotoPipeline pipeline;
    private final Queue<PhotoRef> waiting;
    private int delivered;
    private int failed;
    private int inFlight;
    private long movedAt;

    PhotoFanOut(JobRequest request, JobStore jobStore, PhotoPipeline pipeline, Collection<PhotoRef> photos) {
        this.request = request;
        this.jobStore = jobStore;
        this.pipeline = pipeline;
        this.waiting = new ArrayDeque<>(photos);
    }

    /** False when nothing had moved for a day; then the photos that were left are let go, and the rest is not delivered. */
    boolean deliver() {
        List<PhotoRef> first = new ArrayList<>();
        while (!waiting.isEmpty() && first.size() < request.plan().limits().photosInFlightMax()) {
            first.add(waiting.remove());
        }
        jobStore.recordStart(new StartRecord(
                request.job(),
                request.retry(),
                first.stream().map(PhotoRef::idx).toList()));
        List<Promise<Void>> branches = new ArrayList<>();
        var work = Workflow.newCancellationScope(
                () -> first.forEach(photo -> branches.add(Async.procedure(this::deliverInTurn, photo))));
        work.run();
        var all = Promise.allOf(branches);
        boolean moved = watch(all);
        if (!moved) {
            work.cancel("nothing moved for a day");
        }
        Workflow.newDetachedCancellationScope(() -> letGo(all)).run();
        if (all.isCompleted()) {
            all.get();
        }
        return moved;
    }

    /** Returns true when all is done, or canceled from outside; false when nothing has moved for too long. */
    private boolean watch(Promise<Void> all) {
        movedAt = Workflow.currentTimeMillis();
        try {
            while (!all.isCompleted()) {
                long left = movedAt + IDLE_MAX.toMillis() - Workflow.currentTimeMillis();
                if (left <= 0) {
                    return false;
                }
                Workflow.await(Duration.ofMillis(left), all::isCompleted);
            }
        } catch (CanceledFailure canceled) {
            // The branches have heard it too.
            return true;
        }
        return true;
    }

    private static void letGo(Promise<Void> all) {
        if (!all.isCompleted()) {
            Workflow.await(LET_GO_MAX, all::isCompleted);
        }
    }

    private void deliverInTurn(PhotoRef first) {
        @Nullable PhotoRef photo = first;
        inFlight++;
        while (photo != null) {
            photo = finish(photo);
        }
        inFlight--;
    }

    /** Returns the photo to go on with, or null when none is left or the job was canceled. */
    private @Nullable PhotoRef finish(PhotoRef photo) {
        ItemEnd end;
        @Nullable PhotoRef next;
        try {
            var rendered = pipeline.render(photo);
            var times = new PhotoTimes(rendered.segmentationMs(), rendered.renderingMs(), inFlight);
            next = waiting.poll();
            delivered++;
            end = new ItemEnd.Delivered(
                    request.job(),
                    request.retry(),
                    photo.idx(),
                    pipeline.found(photo),
                    rendered.pictures(),
                    times,
                    next == null ? null : next.idx());
        } catch (CanceledFailure canceled) {
            return null;
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure) {
                return null;
            }
            next = waiting.poll();
            failed++;
            end = new ItemEnd.Failed(
                    request.job(),
                    request.retry(),
                    photo.idx(),
                    pipeline.found(photo),
                    PhotoFaults.of(failure),
                    next == null ? null : next.idx());
        }
        var ended = end;
        Workflow.newDetachedCancellationScope(() -> jobStore.recordItemEnd(ended))
                .run();
        movedAt = Workflow.currentTimeMillis();
        Workflow.setCurrentDetails(JobMetadata.details(
                JobState.RUNNING, delivered, failed, request.photos().size()));
        return next;
    }
}
