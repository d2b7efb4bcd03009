package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import photoset.e2e.harness.Standalone;
import photoset.standalone.embedded.TemporalChoice;

/** Nothing is lost while every part fails: the short form of what {@code ./photoset soak} does. */
class SoakTest {
    @Test
    void theBooksAreInOrderAfterEveryFault() {
        var temporal = TemporalChoice.best(Optional.empty(), System.getenv());
        assumeTrue(temporal instanceof TemporalChoice.Binary, "needs the Temporal command line");
        var run = Standalone.soak(1, 1);
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.said()).contains("done, 2 of 2 photos").doesNotContain("WRONG");
    }
}
