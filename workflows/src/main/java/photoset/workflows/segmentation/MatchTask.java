package photoset.workflows.segmentation;

import java.util.List;
import photoset.workflows.JobId;
import photoset.workflows.UserId;

/**
 * The order to find which instances of an album's photos are the same thing.
 *
 * @param photos idx of the photos that were segmented, ascending
 * @param surfaces ids of the concepts of which all is one instance; things of all others are told apart
 */
public record MatchTask(UserId user, JobId job, List<Integer> photos, List<String> surfaces) {}
