package photoset.workflows.durable;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import photoset.workflows.JobId;
import photoset.workflows.credits.Hold;
import photoset.workflows.credits.HoldStatus;
import photoset.workflows.job.Execution;
import photoset.workflows.job.ItemState;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;
import photoset.workflows.jobstore.ExecutionReceipt;
import photoset.workflows.jobstore.ExecutionRecord;
import photoset.workflows.jobstore.ItemEnd;
import photoset.workflows.jobstore.JobEnd;
import photoset.workflows.jobstore.JobStore;
import photoset.workflows.jobstore.PhotoSegmentation;
import photoset.workflows.jobstore.RefusalRecord;
import photoset.workflows.jobstore.RetryReceipt;
import photoset.workflows.jobstore.RetryRecord;
import photoset.workflows.jobstore.SegmentationEnd;
import photoset.workflows.jobstore.SegmentationStart;
import photoset.workflows.jobstore.StartRecord;
import photoset.workflows.jobstore.UploadAnswer;
import photoset.workflows.jobstore.UploadRecord;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.FoundMask;
import photoset.workflows.segmentation.FoundPhoto;
import photoset.workflows.segmentation.KnownMasks;
import photoset.workflows.segmentation.MatchTask;
import photoset.workflows.segmentation.SegmentedPhoto;

/** The records of one job in memory, as strict as the SQL ones: an account of 10 credits and a row for every photo. */
final class FakeRecords implements JobStore {
    final List<String> steps = new ArrayList<>();
    final Map<Integer, ItemState> items = new TreeMap<>();
    JobState state = JobState.CREATED;
    JobEnd.Reason reason = JobEnd.Reason.FINISHED;
    int refusals;
    List<ExecutionReceipt.PhotoChoice> choices = List.of();
    int photos;

    /** What the job that the photos come from has found. */
    KnownMasks known = KnownMasks.NONE;

    final Map<Integer, List<FoundMask>> found = new TreeMap<>();
    private final List<PhotoRef> album = new ArrayList<>();
    private @Nullable Execution execution;
    private int runs;

    /** Why a retry is refused, if it is. */
    @Nullable
    ApplicationFailure refusedRetry;

    /** A photo whose end cannot be written, whatever one does. */
    volatile int unwritable = -1;

    /** When its end is tried again; as often as the workflow likes if null. */
    volatile @Nullable Duration unwritableFor;

    /** Steps that fail before the database is back. */
    int outage;

    long available = 10;
    long held;
    long spent;
    private int price = 1;

    /** A quiet question: it leaves no step behind. */
    @Override
    public synchronized Hold checkCredits(JobId job) {
        long needed = photos;
        return new Hold(available < needed ? HoldStatus.INSUFFICIENT_CREDITS : HoldStatus.HELD, needed, available);
    }

    @Override
    public synchronized UploadAnswer recordUpload(UploadRecord album) {
        steps.add("uploaded");
        int needed = album.verdicts().size();
        if (available < needed) {
            return new UploadAnswer(new Hold(HoldStatus.INSUFFICIENT_CREDITS, needed, available), KnownMasks.NONE);
        }
        move(-needed, needed, 0);
        for (Inspection verdict : album.verdicts()) {
            items.put(verdict.idx(), ItemState.PENDING);
            if (verdict instanceof Inspection.Accepted(var photo)) {
                this.album.add(photo);
            }
            if (verdict instanceof Inspection.Broken) {
                items.put(verdict.idx(), ItemState.FAILED);
                move(1, -1, 0);
            }
        }
        state = JobState.UPLOADED;
        return new UploadAnswer(new Hold(HoldStatus.HELD, needed, available + needed), known);
    }

    @Override
    public synchronized void recordSegmentationStart(SegmentationStart start) {
        runs = start.run();
        steps.add("segmentation %d %s".formatted(start.run(), start.concepts()));
    }

    @Override
    public synchronized void recordPhotoSegmentation(PhotoSegmentation photo) {
        found.put(photo.idx(), photo.found());
        steps.add("segmented %d%s"
                .formatted(
                        photo.idx(),
                        photo.fault() == null ? "" : " " + photo.fault().code()));
    }

    @Override
    public synchronized void recordInstances(MatchTask task) {
        steps.add("instances");
    }

    @Override
    public synchronized void recordSegmentationEnd(SegmentationEnd end) {
        took("segmentation %d ended".formatted(end.run()));
    }

    @Override
    public synchronized ExecutionReceipt recordExecution(ExecutionRecord execution) {
        int pictures = execution.execution().variants().size();
        long needed = (pictures - 1L) * count(ItemState.PENDING);
        if (available < needed) {
            return new ExecutionReceipt(new Hold(HoldStatus.INSUFFICIENT_CREDITS, needed, available), List.of());
        }
        steps.add("queued");
        this.execution = execution.execution();
        move(-needed, needed, 0);
        price = pictures;
        state = JobState.QUEUED;
        return new ExecutionReceipt(new Hold(HoldStatus.HELD, needed, available + needed), choices);
    }

    @Override
    public synchronized void recordRefusal(RefusalRecord refusal) {
        refusals = refusal.count();
    }

    @Override
    public synchronized RetryReceipt recordRetry(RetryRecord retry) {
        steps.add("retry " + retry.number());
        if (refusedRetry != null) {
            throw refusedRetry;
        }
        int needed = count(ItemState.FAILED) * price;
        if (available < needed) {
            return new RetryReceipt(new Hold(HoldStatus.INSUFFICIENT_CREDITS, needed, available), null);
        }
        move(-needed, needed, 0);
        List<PhotoRef> again = album.stream()
                .filter(photo -> items.get(photo.idx()) == ItemState.FAILED)
                .toList();
        again.forEach(photo -> items.put(photo.idx(), ItemState.PENDING));
        state = JobState.QUEUED;
        List<Integer> others = found.keySet().stream()
                .filter(idx -> again.stream().noneMatch(photo -> photo.idx() == idx))
                .toList();
        List<FoundPhoto> known = again.stream()
                .filter(photo -> !found.getOrDefault(photo.idx(), List.of()).isEmpty())
                .map(photo -> new FoundPhoto(
                        photo.idx(),
                        new SegmentedPhoto(
                                "fake/1",
                                found.get(photo.idx()).stream()
                                        .map(FoundMask::mask)
                                        .toList())))
                .toList();
        var work = new RetryReceipt.Work(
                Objects.requireNonNull(execution),
                choices,
                again,
                "#fefefe",
                new KnownMasks(known, others, List.of()),
                runs);
        return new RetryReceipt(new Hold(HoldStatus.HELD, needed, available + needed), work);
    }

    @Override
    public synchronized void recordStart(StartRecord start) {
        steps.add("running " + start.items());
        state = JobState.RUNNING;
        start.items().forEach(idx -> items.put(idx, ItemState.RUNNING));
    }

    @Override
    public synchronized void recordItemEnd(ItemEnd end) {
        if (end.idx() == unwritable) {
            throw ApplicationFailure.newBuilder()
                    .setType("Unwritable")
                    .setMessage("no row takes this")
                    .setNextRetryDelay(unwritableFor)
                    .build();
        }
        outage--;
        if (outage >= 0) {
            throw new IllegalStateException("the database system is starting up");
        }
        steps.add("item " + end.idx());
        found.put(end.idx(), end.found());
        switch (end) {
            case ItemEnd.Delivered delivered -> {
                items.put(delivered.idx(), ItemState.DONE);
                delivered.pictures().forEach(picture -> steps.add("picture " + picture.variant()));
                move(0, -price, price);
            }
            case ItemEnd.Failed failed -> {
                items.put(failed.idx(), ItemState.FAILED);
                steps.add(failed.fault().code() + ": " + failed.fault().message());
                move(price, -price, 0);
            }
        }
        if (end.upNext() != null) {
            items.put(end.upNext(), ItemState.RUNNING);
        }
    }

    @Override
    public synchronized JobOutcome recordEnd(JobEnd end) {
        took("ended");
        if (state.isFinal()) {
            return new JobOutcome(state, count(ItemState.DONE), count(ItemState.FAILED), 0);
        }
        move(held, -held, 0);
        items.replaceAll((idx, was) -> was == ItemState.PENDING || was == ItemState.RUNNING ? ItemState.CANCELED : was);
        reason = end.reason();
        boolean anyDone = count(ItemState.DONE) > 0;
        state = reason != JobEnd.Reason.FINISHED ? JobState.CANCELED : anyDone ? JobState.DONE : JobState.FAILED;
        return new JobOutcome(state, count(ItemState.DONE), count(ItemState.FAILED), 0);
    }

    /** Returns when the workflow has taken this step. */
    synchronized void awaitStep(String step) {
        try {
            while (!steps.contains(step)) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void took(String step) {
        steps.add(step);
        notifyAll();
    }

    synchronized int count(ItemState wanted) {
        return (int) items.values().stream().filter(wanted::equals).count();
    }

    private void move(long toAvailable, long toHeld, long toSpent) {
        available += toAvailable;
        held += toHeld;
        spent += toSpent;
        if (available < 0 || held < 0 || spent < 0) {
            throw new IllegalStateException("a balance went below zero");
        }
    }
}
