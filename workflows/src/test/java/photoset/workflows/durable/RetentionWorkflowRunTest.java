package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rounds follow each other, each where the last one stopped. */
class RetentionWorkflowRunTest {
    @AutoClose
    private final RetentionFixture fixture = new RetentionFixture();

    private final TestWorkflowEnvironment temporal = fixture.temporal;
    private final RetentionFixture.Steps steps = fixture.steps;

    @Test
    void theNextRoundGoesOnWhereTheLastOneStopped() {
        fixture.begin();
        temporal.sleep(Duration.ofMinutes(11));

        assertThat(steps.said.subList(0, 12))
                .containsExactly(
                        "expire",
                        "previews",
                        "pictures",
                        "uploads",
                        "orphans null",
                        "missing null",
                        "expire",
                        "previews",
                        "pictures",
                        "uploads",
                        "orphans key1",
                        "missing job1");
    }

    @Test
    void aRoundThatLeavesWorkIsFollowedAtOnce() {
        steps.rounds = 3;
        fixture.begin();
        temporal.sleep(Duration.ofMinutes(1));

        assertThat(steps.said.stream().filter("pictures"::equals)).hasSize(3);
    }

    @Test
    void aDeletedJobIsNotKeptWaiting() {
        var workflow = fixture.begin();
        temporal.sleep(Duration.ofSeconds(30));
        assertThat(steps.said.stream().filter("pictures"::equals)).hasSize(1);

        workflow.runNow();
        temporal.sleep(Duration.ofSeconds(30));
        assertThat(steps.said.stream().filter("pictures"::equals)).hasSize(2);
    }

    @Test
    void aStoreThatIsAwayIsWaitedFor() {
        steps.failures = 20;
        fixture.begin();
        temporal.sleep(Duration.ofHours(2));

        assertThat(steps.said).contains("missing null");
    }
}
