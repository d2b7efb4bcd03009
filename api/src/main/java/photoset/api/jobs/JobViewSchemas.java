package photoset.api.jobs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import photoset.api.docs.SchemaFacts;
import photoset.api.docs.Schemas;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.rules.RuleSchemas;
import photoset.workflows.job.Variant;
import photoset.workflows.jobstore.JobEnd;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.plan.Plan;
import photoset.workflows.segmentation.SegmentationLimits;

/** What answers about jobs may say, for the API document. */
@Component
@InRole(Role.WEB)
class JobViewSchemas implements SchemaFacts {
    private final RuleSchemas rules;

    JobViewSchemas(RuleSchemas rules) {
        this.rules = rules;
    }

    @Override
    public void state(Schemas schemas) {
        int photosMax = Plan.PRO.limits().photosPerJobMax();
        for (String job : List.of("JobView", "Confirmed")) {
            schemas.field(job, "items").setMaxItems(photosMax);
        }
        schemas.field("JobView", "download_urls").setMaxItems(photosMax * Variant.COUNT_MAX);
        schemas.field("JobView", "variants").setMaxItems(Variant.COUNT_MAX);
        rules.kept(schemas, "Rule");
        schemas.field("JobSegmentation", "concepts").setMaxItems(SegmentationLimits.CONCEPTS_MAX);
        schemas.allow(
                "JobView",
                "end_reason",
                Stream.of(JobEnd.Reason.values())
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                        .toList());
        schemas.allow(
                "PhotoFault",
                "code",
                Stream.of(PhotoError.values()).map(PhotoError::name).toList());
        schemas.field("PhotoFault", "message").setMaxLength(PhotoFault.MESSAGE_CHARS_MAX);
        schemas.field("EnvelopeListJobSummary", "data").setMaxItems(JobController.PAGE_MAX);
    }
}
