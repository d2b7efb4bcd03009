package photoset.api.instances;

import photoset.workflows.ObjectKeys;
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
        String maskKey) {
    /** Where its pixels are written down. */
    String file(ObjectKeys keys) {
        return version == 0 ? keys.instances(idx) : keys.ownInstances(idx, concept, version);
    }
}
