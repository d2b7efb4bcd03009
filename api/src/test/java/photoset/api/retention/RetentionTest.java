package photoset.api.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import photoset.workflows.ObjectKeys;

/** Pictures go when their days are over, on a real database and a real bucket. */
class RetentionTest {
    private final Instant now = Instant.now();
    private RetentionFixture fixture;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new RetentionFixture(folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void picturesGoWhenTheDaysAreOverAndNotBefore() {
        fixture.ended("job1", Duration.ofDays(3));
        fixture.ended("job12", Duration.ofDays(1));

        assertThat(fixture.steps.expire(now.minus(Duration.ofDays(4)))).isZero();
        fixture.steps.deletePictures();
        assertThat(fixture.objects("job1")).hasSize(KEPT);

        assertThat(fixture.steps.expire(now.minus(Duration.ofDays(2)))).isEqualTo(1);
        assertThat(fixture.pictures("job1")).isEqualTo("expired false");
        fixture.steps.deletePictures();
        assertThat(fixture.pictures("job1")).isEqualTo("expired true");
        assertThat(fixture.objects("job1")).isEmpty();
        assertThat(fixture.objects("job12")).as("a name that begins alike").hasSize(KEPT);
        assertThat(fixture.records.line("select payload ->> 'pictures' from job_events where seq = 2"))
                .isEqualTo("expired");
        assertThat(fixture.records.words("select id from jobs order by id")).containsExactly("job1", "job12");
    }

    @Test
    void previewsGoWhenTheirHourIsOver() {
        fixture.ended("job1", Duration.ofDays(1));
        var keys = fixture.keys("job1");
        for (String hash : List.of("aa", "bb")) {
            fixture.put(keys.livePreview(hash));
        }
        fixture.records.run(
                "insert into job_previews values ('job1', 'aa', now()), ('job1', 'bb', now() + interval '1 h')");

        assertThat(fixture.steps.deletePreviews(now.minusSeconds(60))).isFalse();
        assertThat(fixture.objects("job1")).hasSize(KEPT + 2);
        assertThatThrownBy(() -> fixture.withoutStore().deletePreviews(now.plusSeconds(60)))
                .hasStackTraceContaining("StoreUnavailable");
        assertThat(fixture.steps.deletePreviews(now.plusSeconds(60))).isFalse();

        assertThat(fixture.objects("job1")).hasSize(KEPT + 1).contains(keys.livePreview("bb"));
        assertThat(fixture.records.words("select hash from job_previews")).containsExactly("bb");
        fixture.change("job1", "pictures = 'deleted'");
        fixture.steps.deletePictures();
        assertThat(fixture.objects("job1")).isEmpty();
    }

    @Test
    void aJobThatHasNotEndedIsLeftAlone() {
        for (String status : new String[] {"created", "uploaded", "queued", "running"}) {
            fixture.ended(status, Duration.ofDays(40));
            fixture.change(status, "status = '" + status + "'");
        }

        assertThat(fixture.steps.expire(now)).isZero();
        assertThat(fixture.steps.deletePictures()).isFalse();
        assertThat(fixture.objects("running")).hasSize(KEPT);
    }

    @Test
    void aDeletionThatWasInterruptedGoesOn() {
        fixture.ended("job1", Duration.ofDays(8));
        fixture.steps.expire(now);
        assertThatThrownBy(() -> fixture.withoutStore().deletePictures()).hasStackTraceContaining("StoreUnavailable");
        fixture.store.delete(fixture.objects("job1").getFirst());
        assertThat(fixture.pictures("job1")).isEqualTo("expired false");

        fixture.steps.expire(now);
        fixture.steps.deletePictures();

        assertThat(fixture.pictures("job1")).isEqualTo("expired true");
        assertThat(fixture.objects("job1")).isEmpty();
        assertThat(fixture.records.line("select count(*) from job_events where job_id = 'job1' and seq > 1"))
                .as("said once")
                .isEqualTo("1");
    }

    @Test
    void moreThanOneStepTakesAreLeftForTheNext() {
        for (int n = 0; n < 3; n++) {
            fixture.ended("job" + n, Duration.ofDays(8 + n));
        }
        fixture.change("job0", "pictures = 'deleted'");
        fixture.steps.expire(now);

        assertThat(fixture.steps.deletePictures()).isTrue();
        assertThat(fixture.objects("job0")).as("deleted by its owner: first").isEmpty();
        assertThat(fixture.objects("job1")).isNotEmpty();
        assertThat(fixture.steps.deletePictures()).isFalse();
        assertThat(fixture.objects("job1")).isEmpty();
    }

    @Test
    void photosThatAnotherJobIsAboutToCopyStay() {
        fixture.ended("source", Duration.ofDays(8));
        fixture.records.job(fixture.user, "copy", 1);
        fixture.change("copy", "source_job_id = 'source'");
        fixture.steps.expire(now);

        fixture.steps.deletePictures();
        assertThat(fixture.pictures("source")).isEqualTo("expired false");
        assertThat(fixture.objects("source")).hasSize(KEPT);

        fixture.change("copy", "status = 'uploaded'");
        fixture.steps.deletePictures();
        assertThat(fixture.objects("source")).isEmpty();
    }

    @Test
    void uploadsGoAfterADayConfirmedOrNot() {
        fixture.ended("confirmed", Duration.ofDays(2));
        fixture.ended("abandoned", Duration.ofDays(2));
        fixture.change("abandoned", "status = 'canceled', end_reason = 'upload_window_passed'");
        fixture.ended("waiting", Duration.ofDays(2));
        fixture.change("waiting", "status = 'created'");
        fixture.ended("young", Duration.ofHours(23));

        assertThat(fixture.steps.deleteUploads(now)).isTrue();
        assertThat(fixture.steps.deleteUploads(now)).isFalse();

        for (String job : new String[] {"confirmed", "abandoned"}) {
            assertThat(fixture.objects(job)).hasSize(KEPT - 1).noneMatch(key -> key.startsWith("uploads/"));
        }
        assertThat(fixture.objects("waiting")).hasSize(KEPT);
        assertThat(fixture.objects("young")).hasSize(KEPT);
    }

    @Test
    void aPictureThatIsGoneIsMarkedAndOneThatIsBackIsNot() {
        var keys = new ObjectKeys(fixture.user, fixture.ended("job1", Duration.ZERO));
        fixture.ended("job2", Duration.ZERO);
        fixture.ended("job3", Duration.ZERO);
        var output = keys.output("a", 0, "png");
        fixture.store.delete(output);

        assertThat(fixture.steps.findMissing(null)).isEqualTo("job2");
        assertThat(fixture.steps.findMissing("job2")).isNull();
        assertThat(missing()).containsExactly("job1");
        var gauges = new SimpleMeterRegistry();
        var counts = new RetentionGauges(fixture.records.sql, gauges);
        counts.look();
        assertThat(gauges.get("photoset.retention.pictures.missing").gauge().value())
                .isEqualTo(1);

        fixture.put(output);
        fixture.steps.findMissing(null);
        assertThat(missing()).isEmpty();
        counts.look();
        assertThat(gauges.get("photoset.retention.pictures.missing").gauge().value())
                .isZero();
    }

    private List<String> missing() {
        return fixture.records.words("select job_id from job_pictures where missing_since is not null");
    }
}
