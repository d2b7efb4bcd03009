package photoset.workflows.durable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import photoset.workflows.ownmasks.CheckedMask;
import photoset.workflows.ownmasks.MaskOutcome;
import photoset.workflows.ownmasks.MaskOutcome.Status;
import photoset.workflows.ownmasks.TakenMask;

@Timeout(60)
class MaskWorkflowRunTest {
    @AutoClose
    private final MaskFixture fixture = new MaskFixture();

    @Test
    void aMaskThatFitsIsTakenIntoUse() {
        assertThat(fixture.outcome()).isEqualTo(new MaskOutcome(Status.TAKEN, "etag", ""));
        assertThat(fixture.taken)
                .containsExactly(new TakenMask(MaskFixture.REQUEST, (CheckedMask.Fit) fixture.checked));
        assertThat(MaskFixture.REQUEST.workflowId()).isEqualTo("mask/job-1/3/Window/2");
    }

    @Test
    void oneThatDoesNotChangesNothing() {
        fixture.checked = new CheckedMask.Unfit("Make it larger.");
        assertThat(fixture.outcome()).isEqualTo(new MaskOutcome(Status.UNFIT, "etag", "Make it larger."));
        assertThat(fixture.taken).isEmpty();
    }

    @Test
    void aStoreAndRecordsThatAreAwayAreWaitedFor() {
        fixture.failures = 3;
        fixture.unwritable = 3;
        assertThat(fixture.outcome().status()).isEqualTo(Status.TAKEN);
        assertThat(fixture.taken).hasSize(1);
    }

    @Test
    void aWorkerThatCannotLookAtItIsNoRefusalOfTheMask() {
        fixture.hopeless = true;
        assertThat(fixture.outcome().status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(fixture.taken).isEmpty();
    }
}
