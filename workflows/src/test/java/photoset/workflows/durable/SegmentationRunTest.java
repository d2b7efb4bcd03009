package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static photoset.workflows.durable.JobFixture.cancel;
import static photoset.workflows.durable.JobFixture.concepts;
import static photoset.workflows.durable.JobFixture.execute;
import static photoset.workflows.durable.JobFixture.refusal;
import static photoset.workflows.durable.JobFixture.segment;
import static photoset.workflows.durable.JobFixture.variant;

import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import photoset.workflows.ObjectKeys;
import photoset.workflows.job.Execution;
import photoset.workflows.job.InstanceChoice;
import photoset.workflows.job.JobOutcome;
import photoset.workflows.job.JobState;
import photoset.workflows.job.Variant;
import photoset.workflows.jobstore.ExecutionReceipt.PhotoChoice;
import photoset.workflows.jobstore.JobEnd.Reason;
import photoset.workflows.segmentation.Exemplar;
import photoset.workflows.segmentation.FoundPhoto;
import photoset.workflows.segmentation.InstanceBox;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.KnownMasks;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentRequest;
import photoset.workflows.segmentation.SegmentationLimits;
import photoset.workflows.segmentation.SegmentedPhoto;

@Timeout(60)
class SegmentationRunTest {
    @AutoClose
    private final JobFixture fixture = new JobFixture();

    private final FakeRecords records = fixture.records;
    private final FakeWorkers workers = fixture.workers;

    @Test
    void aRuleUsesWhatWasFoundBefore() {
        var job = uploaded(3);
        segment(job, "Wall", "Window");
        ended(1);
        assertThat(workers.segmented).hasSize(3);
        assertThat(records.steps).contains("segmented 0", "segmented 1", "segmented 2", "instances");
        assertThat(workers.matched).singleElement().satisfies(task -> {
            assertThat(task.photos()).containsExactly(0, 1, 2);
            assertThat(task.surfaces()).isEmpty();
        });
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 3, 0, 0));
        assertThat(workers.segmented).hasSize(3);
        assertThat(workers.rendered)
                .allSatisfy(task -> assertThat(task.found().masks())
                        .extracting(MaskRef::concept)
                        .containsExactly("Wall", "Window"));
        assertThat(records.spent).isEqualTo(3);
    }

    @Test
    void onlyWhatWasNotLookedForIsSegmentedForTheRule() {
        var job = uploaded(2);
        segment(job, "Window");
        ended(1);
        execute(job);
        job.getResult(JobOutcome.class);

        assertThat(workers.segmented).hasSize(4);
        assertThat(workers.segmented.subList(2, 4))
                .allSatisfy(task -> assertThat(task.concepts())
                        .extracting(concept -> concept.id())
                        .containsExactly("Wall"));
        assertThat(workers.rendered)
                .allSatisfy(task -> assertThat(task.found().masks())
                        .extracting(MaskRef::concept)
                        .containsExactlyInAnyOrder("Window", "Wall"));
    }

    @Test
    void aSecondRunLooksOnlyForWhatIsNewOrShownAnew() {
        var job = uploaded(2);
        segment(job, "Window");
        ended(1);
        var shown = new Exemplar("Window", 1, new InstanceBox(1, 2, 30, 40), true);
        job.update("segment", Void.class, new SegmentRequest(concepts("Window"), List.of(shown)));
        ended(2);

        assertThat(workers.segmented).hasSize(3);
        assertThat(workers.segmented.getLast().photo().idx()).isEqualTo(1);
        assertThat(workers.segmented.getLast().exemplars()).containsExactly(shown);
    }

    @Test
    void aPhotoThatCannotBeSegmentedIsTriedAgainForTheRule() {
        workers.segmentationFailures.put(
                1, ApplicationFailure.newNonRetryableFailure("Wall is known.", "UNKNOWN_CONCEPT"));
        var job = uploaded(2);
        segment(job, "Wall");
        ended(1);
        assertThat(records.steps).contains("segmented 0", "segmented 1 UNKNOWN_CONCEPT");
        workers.segmentationFailures.clear();
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 2, 0, 0));
        assertThat(workers.segmented).hasSize(2);
    }

    @Test
    void whileItRunsThereIsNoRuleAndNoSecondRun() throws InterruptedException {
        workers.segmentationGate = new CountDownLatch(1);
        var job = uploaded(2);
        segment(job, "Wall");
        workers.segmenting.await();

        assertThat(refusal(catchThrowable(() -> execute(job)))).isEqualTo("INVALID_TRANSITION");
        assertThat(refusal(catchThrowable(() -> segment(job, "Floor")))).isEqualTo("INVALID_TRANSITION");
        workers.segmentationGate.countDown();
        ended(1);
        execute(job);
        assertThat(job.getResult(JobOutcome.class).delivered()).isEqualTo(2);
    }

    @Test
    void runsAndConceptsAreBounded() {
        var job = uploaded(1);
        var many = IntStream.range(0, SegmentationLimits.CONCEPTS_MAX)
                .mapToObj(i -> "C" + i)
                .toArray(String[]::new);
        segment(job, many);
        ended(1);
        assertThat(catchThrowable(() -> segment(job, "One_more"))).hasStackTraceContaining("16 concepts at most");
        for (int run = 2; run <= SegmentationLimits.RUNS_MAX; run++) {
            segment(job, "C0");
            ended(run);
        }
        assertThat(catchThrowable(() -> segment(job, "C0"))).hasStackTraceContaining("segmented 10 times");
    }

    @Test
    void needsAConfirmedUploadAndNoRule() {
        var early = fixture.startIn(JobState.CREATED, 1);
        assertThat(catchThrowable(() -> segment(early, "Wall"))).hasStackTraceContaining("Call confirm-upload first");
        try (var other = new JobFixture()) {
            other.workers.segmentationGate = new CountDownLatch(1);
            var late = other.startIn(JobState.RUNNING, 1);
            assertThat(catchThrowable(() -> segment(late, "Wall"))).hasStackTraceContaining("has a rule already");
        }
    }

    @Test
    void cancelingEndsTheRunAndGivesTheCreditsBack() throws InterruptedException {
        workers.segmentationGate = new CountDownLatch(1);
        var job = uploaded(3);
        segment(job, "Wall");
        workers.segmenting.await();

        assertThat(cancel(job).state()).isEqualTo(JobState.CANCELED);
        assertThat(records.available).isEqualTo(10);
        assertThat(records.steps).contains("segmentation 1 ended").doesNotContain("instances");
    }

    @Test
    void theWindowForARuleEndsTheRunToo() {
        // Two photos at a time, each tried twice within its six hours: ten of them take longer than the window.
        var later = ApplicationFailure.newBuilder()
                .setMessage("come later")
                .setType("Away")
                .setNextRetryDelay(Duration.ofHours(5))
                .build();
        IntStream.range(0, 10).forEach(idx -> workers.segmentationFailures.put(idx, later));
        var job = uploaded(10);
        segment(job, "Wall");
        fixture.temporal.sleep(JobFixture.EXECUTE_WINDOW.plusMinutes(1));

        assertThat(job.getResult(JobOutcome.class).state()).isEqualTo(JobState.CANCELED);
        assertThat(records.reason).isEqualTo(Reason.EXECUTE_WINDOW_PASSED);
        assertThat(records.steps).contains("segmented 0 SEGMENTATION_FAILED", "segmentation 1 ended");
        assertThat(records.available).isEqualTo(10);
    }

    @Test
    void whatAUserChoseReachesTheRenderer() {
        var job = uploaded(2);
        segment(job, "Window");
        ended(1);
        var keys = new ObjectKeys(fixture.user, fixture.id);
        var own = new MaskRef("Window", keys.mask(1, "Window") + ".own", 5, 1, 1);
        records.choices = List.of(new PhotoChoice(
                1,
                List.of(own),
                List.of(new InstanceRef("Window-1", "Window", 2), new InstanceRef("Window-2", "Window", 1))));
        var plain = variant(ObjectKeys.ONLY_VARIANT, "#9caf88");
        var choosing = new Variant(
                null,
                plain.rule(),
                null,
                plain.spec(),
                new InstanceChoice(List.of("Window-1"), List.of("Window-2", "Window-7")));
        execute(job, new Execution(List.of(choosing), null, concepts("Window")));
        job.getResult(JobOutcome.class);

        assertThat(workers.rendered).hasSize(2).allSatisfy(task -> {
            var spec = task.specs().getFirst();
            if (task.photo().idx() == 1) {
                assertThat(task.found().masks()).containsExactly(own);
                assertThat(spec.exclude()).containsExactly(new InstanceRef("Window-1", "Window", 2));
                assertThat(spec.lock()).containsExactly(new InstanceRef("Window-2", "Window", 1));
                assertThat(spec.named()).contains("Window");
            } else {
                assertThat(task.found().masks()).doesNotContain(own);
                assertThat(spec.exclude()).isEmpty();
                assertThat(spec.lock()).isEmpty();
            }
        });
    }

    @Test
    void whatAUserDrewIsNotLookedFor() {
        var job = uploaded(2);
        var keys = new ObjectKeys(fixture.user, fixture.id);
        var wall = new MaskRef("Wall", keys.ownMask(0, "Wall", 1), 5, 1, 1);
        var window = new MaskRef("Window", keys.ownMask(1, "Window", 1), 5, 1, 1);
        records.choices =
                List.of(new PhotoChoice(0, List.of(wall), List.of()), new PhotoChoice(1, List.of(window), List.of()));
        execute(job, new Execution(List.of(variant(ObjectKeys.ONLY_VARIANT, "#9caf88")), null, concepts("Wall")));
        job.getResult(JobOutcome.class);

        assertThat(workers.segmented)
                .singleElement()
                .satisfies(task -> assertThat(task.photo().idx()).isEqualTo(1));
        assertThat(workers.rendered)
                .anySatisfy(task -> assertThat(task.found().masks()).containsExactly(wall));
    }

    @Test
    void aJobThatCannotBeMatchedIsDeliveredAllTheSame() {
        workers.unmatchable = true;
        var job = uploaded(2);
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 2, 0, 0));
        assertThat(records.steps).endsWith("ended", "instances");
    }

    @Test
    void whatTheJobBeforeHasFoundIsNotLookedForAgain() {
        var wall = new MaskRef("Wall", "masks/Wall.png", 7, 1, 1);
        records.known = new KnownMasks(
                List.of(
                        new FoundPhoto(0, new SegmentedPhoto("fake/1", List.of(wall))),
                        new FoundPhoto(1, new SegmentedPhoto("fake/1", List.of(wall)))),
                List.of(),
                List.of("Wall"));
        var job = uploaded(2);
        execute(job);

        assertThat(job.getResult(JobOutcome.class)).isEqualTo(new JobOutcome(JobState.DONE, 2, 0, 0));
        assertThat(workers.segmented).isEmpty();
        assertThat(workers.matched).isEmpty();
        assertThat(workers.rendered)
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.found().masks()).containsExactly(wall));
    }

    private WorkflowStub uploaded(int photos) {
        return fixture.startIn(JobState.UPLOADED, photos);
    }

    private void ended(int run) {
        records.awaitStep("segmentation %d ended".formatted(run));
    }
}
