package photoset.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SuspendablePollingTest {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean broken;

    private Optional<String> look() {
        if (broken) {
            throw new IllegalStateException("no answer");
        }
        return trouble;
    }

    @Test
    void takesNothingWhileTheWorkerCannotWork() throws InterruptedException {
        try (var polling = new SuspendablePolling(
                () -> said.add("suspend"), () -> said.add("resume"), this::look, Duration.ofMillis(5))) {
            assertThat(polling.trouble()).isEmpty();
            trouble = Optional.of("no child can be started");
            assertThat(said.take()).isEqualTo("suspend");
            assertThat(polling.trouble()).hasValue("no child can be started");

            trouble = Optional.empty();
            assertThat(said.take()).isEqualTo("resume");
            assertThat(polling.trouble()).isEmpty();

            broken = true;
            assertThat(said.take()).isEqualTo("suspend");
            assertThat(polling.trouble()).hasValue("the check failed: no answer");
        }
    }
}
