package photoset.cpu.composition;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photoset.cpu.packing.PictureCount;
import photoset.workflows.SetId;
import photoset.workflows.sets.SetWorkflow;

/** Tells the workflow of a set how far it is, not with every picture: each time is in its history for ever. */
final class ToldProgress implements PictureCount {
    private static final Logger log = LoggerFactory.getLogger(ToldProgress.class);

    /** Twenty steps are as smooth as a bar of progress needs. */
    private static final int STEP_PERCENT = 5;

    /** The rest is for the PDF and the zip. */
    private static final int PICTURES_PERCENT = 90;

    private final SetWorkflow workflow;
    private final SetId set;
    private int told;

    ToldProgress(WorkflowClient client, SetId set) {
        this.workflow = client.newWorkflowStub(SetWorkflow.class, set.workflowId());
        this.set = set;
    }

    @Override
    public void composed(int pictures, int of) {
        int percent = PICTURES_PERCENT * pictures / of;
        if (percent - told < STEP_PERCENT) {
            return;
        }
        told = percent;
        try {
            workflow.composed(percent);
        } catch (WorkflowServiceException | WorkflowNotFoundException late) {
            // The next one will do; a worker whose set has ended hears it by its heartbeat.
            log.warn("set.progress_not_told set={} reason={}", set, late.toString());
        }
    }
}
