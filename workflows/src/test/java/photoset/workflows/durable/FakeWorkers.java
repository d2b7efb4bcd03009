package photoset.workflows.durable;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import photoset.activities.Attempts;
import photoset.activities.Beat;
import photoset.activities.Surroundings;
import photoset.workflows.ObjectKeys;
import photoset.workflows.photos.AlbumCheck;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoCheck;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.photos.PhotoInspection;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.photos.StoredUpload;
import photoset.workflows.previews.PreviewRendering;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.rendering.Rendering;
import photoset.workflows.segmentation.InstanceMatching;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.MatchTask;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;

/** Inspection, segmentation and rendering without pictures; what goes wrong is set by each test. */
final class FakeWorkers implements PhotoInspection, Segmentation, Rendering, InstanceMatching, PreviewRendering {
    final Set<Integer> missing = ConcurrentHashMap.newKeySet();
    /** Photos that are sent again while they are inspected. */
    final Set<Integer> replacing = ConcurrentHashMap.newKeySet();

    /** How often each photo was sent again. */
    final Map<Integer, Integer> versions = new ConcurrentHashMap<>();

    /** Photos whose inspector is killed the first time. */
    final Set<Integer> dying = ConcurrentHashMap.newKeySet();

    final Set<Integer> broken = ConcurrentHashMap.newKeySet();
    final Map<Integer, ApplicationFailure> segmentationFailures = new ConcurrentHashMap<>();
    final Set<Integer> unrenderable = ConcurrentHashMap.newKeySet();
    final List<SegmentationTask> segmented = new CopyOnWriteArrayList<>();
    final List<RenderTask> rendered = new CopyOnWriteArrayList<>();
    final List<String> previewed = new CopyOnWriteArrayList<>();
    final List<MatchTask> matched = new CopyOnWriteArrayList<>();
    volatile boolean unmatchable;
    final Set<List<String>> protectedOnes = ConcurrentHashMap.newKeySet();
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger inspections = new AtomicInteger();
    final AtomicInteger inFlightMax = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    /** Attempts at anything that are in vain from now on. */
    final AtomicInteger outage = new AtomicInteger();

    private final Attempts attempts =
            new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of(StoreAway.class, "The object store")));
    volatile CountDownLatch inspectionGate = new CountDownLatch(0);
    volatile CountDownLatch segmentationGate = new CountDownLatch(0);
    volatile CountDownLatch matchingGate = new CountDownLatch(0);
    volatile CountDownLatch segmenting = new CountDownLatch(1);
    volatile CountDownLatch previewGate = new CountDownLatch(0);
    final CountDownLatch inspecting = new CountDownLatch(1);
    volatile boolean sawCancellation;

    @Override
    public List<StoredUpload> find(AlbumCheck album) {
        looks.incrementAndGet();
        return album.photos().stream()
                .map(DeclaredPhoto::idx)
                .filter(idx -> !missing.contains(idx))
                .map(this::stored)
                .toList();
    }

    private StoredUpload stored(int idx) {
        return new StoredUpload(idx, "version-" + versions.getOrDefault(idx, 0), 1);
    }

    @Override
    public Inspection inspect(PhotoCheck check) {
        if (dying.remove(check.photo().idx())) {
            inspections.incrementAndGet();
            // A killed process neither answers nor beats.
            Activity.getExecutionContext().doNotCompleteOnReturn();
            return new Inspection.Changed(check.photo().idx());
        }
        return attempts.run(beat -> inspected(check));
    }

    private Inspection inspected(PhotoCheck check) {
        inspections.incrementAndGet();
        inspecting.countDown();
        passOutage();
        passUnattended(inspectionGate);
        int idx = check.photo().idx();
        if (replacing.contains(idx)) {
            versions.merge(idx, 1, Integer::sum);
        }
        var ordered = check.upload();
        if (ordered == null && missing.contains(idx)) {
            return new Inspection.Missing(idx);
        }
        if (ordered != null && !ordered.equals(stored(idx))) {
            return new Inspection.Changed(idx);
        }
        if (broken.contains(idx)) {
            return new Inspection.Broken(idx, new PhotoFault(PhotoError.UNREADABLE_PHOTO, "The file ends too early."));
        }
        var keys = new ObjectKeys(check.user(), check.job());
        return new Inspection.Accepted(
                new PhotoRef(idx, keys.input(idx, "jpg"), keys.view(idx), "ab".repeat(32), 1, 640, 480));
    }

    @Override
    public SegmentedPhoto segment(SegmentationTask task) {
        return attempts.run(beat -> segmented(task, beat));
    }

    private SegmentedPhoto segmented(SegmentationTask task, Beat beat) {
        inFlightMax.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            segmenting.countDown();
            protectedOnes.add(task.protect());
            passOutage();
            pass(segmentationGate, beat);
            var failure = segmentationFailures.get(task.photo().idx());
            if (failure != null) {
                throw failure;
            }
            segmented.add(task);
            var keys = new ObjectKeys(task.user(), task.job());
            return new SegmentedPhoto(
                    "fake/1",
                    task.concepts().stream()
                            .map(concept -> new MaskRef(
                                    concept.id(), keys.mask(task.photo().idx(), concept.id()), 1, 1, 1))
                            .toList());
        } finally {
            inFlight.decrementAndGet();
        }
    }

    @Override
    public List<RenderedPhoto> render(RenderTask task) {
        return attempts.run(beat -> rendered(task));
    }

    private List<RenderedPhoto> rendered(RenderTask task) {
        passOutage();
        if (unrenderable.contains(task.photo().idx())) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "no memory for " + task.photo().key(), "OutOfMemory");
        }
        rendered.add(task);
        return task.specs().stream()
                .map(spec -> new RenderedPhoto(spec.variant() + ".png", "preview", "manifest", 1))
                .toList();
    }

    @Override
    public void match(MatchTask task) {
        passUnattended(matchingGate);
        if (unmatchable) {
            throw ApplicationFailure.newNonRetryableFailure("no memory", "OutOfMemory");
        }
        matched.add(task);
    }

    @Override
    public void preview(PreviewTask task) {
        attempts.run(beat -> {
            previewed.add(task.hash());
            passOutage();
            pass(previewGate, beat);
            if (unrenderable.contains(task.render().photo().idx())) {
                throw ApplicationFailure.newNonRetryableFailure(
                        "The mask of Wall is damaged.", PhotoError.SEGMENTATION_FAILED.name());
            }
            return task;
        });
    }

    private void passOutage() {
        if (outage.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StoreAway();
        }
    }

    /** What a store that does not answer is told by. */
    static final class StoreAway extends RuntimeException {}

    /** Waits for the gate and heartbeats, so that a cancellation is heard. */
    private void pass(CountDownLatch gate, Beat beat) {
        try {
            while (!gate.await(20, TimeUnit.MILLISECONDS)) {
                beat.reached("waiting");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException canceled) {
            sawCancellation = true;
            throw canceled;
        }
    }

    private static void passUnattended(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
