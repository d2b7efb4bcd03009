package photoset.api.jobs;

import java.util.List;
import org.springframework.stereotype.Component;
import photoset.api.idempotency.AnswerLinks;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.uploads.Presigner;
import photoset.api.uploads.UploadLink;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.job.JobState;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The upload links of a replayed {@code POST /jobs}; none once the job waits for photos no more. */
@Component
@InRole(Role.WEB)
final class FreshUploadLinks implements AnswerLinks {
    private final JobQueries queries;
    private final Presigner presigner;

    FreshUploadLinks(JobQueries queries, Presigner presigner) {
        this.queries = queries;
        this.presigner = presigner;
    }

    @Override
    public String field() {
        return "presigned_urls";
    }

    @Override
    public Mono<List<UploadLink>> fresh(UserId owner, JsonNode data) {
        return Mono.justOrEmpty(JobId.of(data.path("job_id").asString("")))
                .flatMap(job -> links(owner, job))
                .defaultIfEmpty(List.of());
    }

    private Mono<List<UploadLink>> links(UserId owner, JobId job) {
        return queries.state(owner, job)
                .filter(row -> row.status() == JobState.CREATED)
                .flatMap(_ -> queries.request(owner, job))
                .map(request -> presigner.toPut(request.photos()))
                .onErrorResume(ApiException.class, FreshUploadLinks::noneOfADeletedJob);
    }

    private static Mono<List<UploadLink>> noneOfADeletedJob(ApiException refused) {
        return refused.problem() == Problem.JOB_NOT_FOUND ? Mono.empty() : Mono.error(refused);
    }
}
