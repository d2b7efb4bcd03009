package photoset.workflows.photos;

import java.util.List;
import photoset.workflows.JobId;

/** The order to look which photos of an album are there. */
public record AlbumCheck(JobId job, List<DeclaredPhoto> photos) {}
