package photoset.workflows.jobstore;

import java.util.List;
import photoset.workflows.JobId;
import photoset.workflows.photos.Inspection;

/** The verdicts on a whole album; none is {@link Inspection.Changed}. */
public record UploadRecord(JobId job, List<Inspection> verdicts) {}
