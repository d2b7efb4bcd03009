package photoset.workflows.ownmasks;

import photoset.workflows.segmentation.InstanceBox;

/**
 * One instance of an own mask.
 *
 * @param label its value in the label map, from 1
 * @param area pixels
 */
public record MaskPart(int label, InstanceBox box, long area) {}
