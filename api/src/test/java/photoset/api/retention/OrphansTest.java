package photoset.api.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static photoset.api.retention.RetentionFixture.KEPT;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.api.Records;
import photoset.objects.StoredObject;
import photoset.workflows.ObjectKeys;
import photoset.workflows.SharedKeys;

/** Objects without a row go, and nothing else does, whoever looks. */
class OrphansTest {
    /** Everything in the bucket is old then. */
    private final Instant later = Instant.now().plus(Duration.ofDays(3));

    private RetentionFixture fixture;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new RetentionFixture(folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** As many as make one stranger an unremarkable share. */
    private void album() {
        for (int n = 0; n < 10; n++) {
            fixture.ended("job" + n, Duration.ZERO);
        }
    }

    @Test
    void anObjectWithoutARowGoesWhenItIsOld() {
        album();
        fixture.steps.removeOrphans(null, Instant.now());
        fixture.put("outputs/u1/withdrawn/a/0.png");
        fixture.put("outputs/u2/job1/a/0.png");
        fixture.put("notes/of/an/operator");
        assertThat(fixture.steps.removeOrphans(null, Instant.now())).isNull();
        assertThat(fixture.objects("withdrawn")).as("it may be under way").hasSize(1);

        fixture.store.delete("outputs/u2/job1/a/0.png");
        assertThat(fixture.steps.removeOrphans(null, later)).isNull();

        assertThat(fixture.objects("withdrawn")).isEmpty();
        assertThat(fixture.objects("job1")).hasSize(KEPT);
        assertThat(fixture.store.size("notes/of/an/operator")).isPresent();
        assertThat(gauge("orphans.removed")).isEqualTo(1);
        assertThat(gauge("orphans.left")).isZero();
    }

    @Test
    void anotherUsersFolderIsNotTheJobs() {
        album();
        fixture.steps.removeOrphans(null, later);
        fixture.put("outputs/u2/job1/a/0.png");

        fixture.steps.removeOrphans(null, later);

        assertThat(fixture.objects("job1")).hasSize(KEPT).noneMatch(key -> key.contains("/u2/"));
    }

    @Test
    void whatIsWrittenAfterTheDeletionGoesAtOnce() {
        var keys = new ObjectKeys(fixture.user, fixture.ended("job1", Duration.ofDays(8)));
        fixture.steps.expire(Instant.now());
        fixture.steps.deletePictures();
        fixture.put(keys.output("a", 0, "png"));
        fixture.put(keys.upload(0));

        fixture.steps.removeOrphans(null, Instant.now());
        assertThat(fixture.objects("job1")).containsExactly(keys.upload(0));

        fixture.steps.deleteUploads(Instant.now());
        fixture.put(keys.upload(0));
        fixture.steps.removeOrphans(null, Instant.now());
        assertThat(fixture.objects("job1")).isEmpty();
    }

    @Test
    void tooManyStrangersStopTheDeletion() {
        album();
        fixture.steps.removeOrphans(null, later);
        fixture.records.run("delete from jobs where id in ('job1', 'job2')");

        fixture.steps.removeOrphans(null, later);

        assertThat(fixture.objects("job1")).hasSize(KEPT);
        assertThat(gauge("orphans.left")).isEqualTo(2 * KEPT);
        assertThat(gauge("orphans.removed")).isZero();
    }

    @Test
    void recordsOfAnotherDeploymentDeleteNothing() {
        album();
        fixture.steps.removeOrphans(null, later);
        fixture.put(SharedKeys.segment("sam3/1", "ab", "cd"));
        var before = everything();
        try (var others = new Records()) {
            fixture.with(others).removeOrphans(null, later.plus(Duration.ofDays(30)));
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aBucketThatNobodyNamedIsNotTakenFromStrangers() {
        fixture.put("outputs/u9/somebody/a/0.png");
        fixture.steps.removeOrphans(null, later);
        assertThat(fixture.objects("somebody")).hasSize(1);
        assertThat(fixture.store.size("deployment/id")).isEmpty();

        fixture.put(SharedKeys.segment("sam3/1", "ab", "cd"));
        fixture.store.delete("outputs/u9/somebody/a/0.png");
        fixture.steps.removeOrphans(null, later.plus(Duration.ofDays(30)));
        assertThat(everything()).as("a cache may be anybody's").hasSize(1);
    }

    @Test
    void resultsByContentGoAtTheirAge() {
        fixture.steps.removeOrphans(null, Instant.now());
        fixture.put(SharedKeys.segment("sam3/1", "ab", "cd"));
        fixture.put(SharedKeys.SEGMENTER);

        fixture.steps.removeOrphans(null, later);
        assertThat(everything()).hasSize(3);
        fixture.steps.removeOrphans(null, later.plus(Duration.ofDays(5)));
        assertThat(everything()).hasSize(2).contains(SharedKeys.SEGMENTER);
    }

    private List<String> everything() {
        return fixture.store.list("", null, 1000).stream()
                .map(StoredObject::key)
                .toList();
    }

    private double gauge(String name) {
        var meters = new SimpleMeterRegistry();
        new RetentionGauges(fixture.records.sql, meters).look();
        return meters.get("photoset.retention." + name).gauge().value();
    }
}
