package photoset.api.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;

class TemporalCallsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TemporalCalls calls = new TemporalCalls();

    @AfterEach
    void stop() {
        calls.destroy();
    }

    @Test
    void givesUpOnACallThatDoesNotHearItsDeadline() {
        var never = new CountDownLatch(1);
        var answer = calls.within(Duration.ofMillis(50), () -> {
            never.await();
            return "late";
        });

        assertThatThrownBy(() -> answer.block(PATIENCE))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.UNAVAILABLE));
    }

    @Test
    void answersWhatTheCallAnswers() {
        assertThat(calls.within(PATIENCE, () -> "soon").block(PATIENCE)).isEqualTo("soon");
    }
}
