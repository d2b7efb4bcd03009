package photoset.gpu.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.ActivityCanceledException;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.activities.Pulse;

class HeartbeatsTest {
    /** The SDK sends a heartbeat at most every 0.8 of the time-out. */
    private static final ActivityOptions OFTEN = ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(1))
            .setHeartbeatTimeout(Duration.ofMillis(600))
            .build();

    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
    private final List<String> beats = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        temporal.close();
    }

    /** Work that is inside native code until {@code until} holds. */
    @ActivityInterface
    public interface Work {
        void run();
    }

    private Work work(Attempts attempts, Consumer<Progress> inside) {
        temporal.setActivityHeartbeatListener(Pulse.class, pulse -> beats.add(pulse.step()));
        Work implementation = () -> attempts.run(beat -> {
            beat.reached("one");
            inside.accept(beat);
            beat.reached("two");
            return "";
        });
        temporal.registerActivitiesImplementations(implementation);
        return temporal.newActivityStub(Work.class, OFTEN);
    }

    @Test
    void beatsWhileTheThreadIsAway() {
        try (var attempts = new Attempts(Duration.ofMinutes(1), Tasks.SURROUNDINGS)) {
            work(attempts, progress -> await().until(() -> beats.size() >= 3)).run();
        }
        assertThat(beats).containsOnly("one");
    }

    @Test
    void whatIsDoneSoonCostsNoHeartbeat() {
        try (var attempts = new Attempts(Duration.ofMinutes(1), Tasks.SURROUNDINGS)) {
            work(attempts, progress -> {}).run();
        }
        assertThat(beats).isEmpty();
    }

    @Test
    void fallsSilentWhenNoStepIsReached() {
        try (var attempts = new Attempts(Duration.ofMillis(1), Tasks.SURROUNDINGS)) {
            work(attempts, progress -> await().during(Duration.ofMillis(1200)).until(() -> true))
                    .run();
        }
        assertThat(beats).doesNotHaveDuplicates();
    }

    @Test
    void beatsOnWhileTheStoreMovesBytes() {
        try (var attempts = new Attempts(Duration.ofMillis(1), Tasks.SURROUNDINGS)) {
            work(attempts, progress -> {
                        progress.transferring("store");
                        int before = beats.size();
                        await().until(() -> beats.size() >= before + 3);
                    })
                    .run();
        }
        assertThat(beats).contains("store");
    }

    @Test
    void hearsOfACancellationWhileTheThreadIsAway() {
        try (var attempts = new Attempts(Duration.ofMinutes(1), Tasks.SURROUNDINGS)) {
            var work = work(attempts, progress -> {
                temporal.requestCancelActivity();
                await().untilAsserted(() -> assertThatThrownBy(() -> progress.reached("away"))
                        .isInstanceOf(ActivityCanceledException.class));
            });

            assertThatThrownBy(work::run).isInstanceOf(RuntimeException.class);
        }
        assertThat(beats).doesNotContain("two");
    }
}
