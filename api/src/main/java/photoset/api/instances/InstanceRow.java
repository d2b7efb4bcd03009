package photoset.api.instances;

import photoset.workflows.segmentation.InstanceBox;

/**
 * An instance as the database keeps it.
 *
 * @param maskKey of the own mask that is in use, or of the model's
 */
record InstanceRow(
        int idx,
        String concept,
        int label,
        String instanceId,
        String name,
        double score,
        InstanceBox box,
        long area,
        int version,
        String maskKey) {}
