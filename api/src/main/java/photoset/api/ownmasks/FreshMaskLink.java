package photoset.api.ownmasks;

import org.springframework.stereotype.Component;
import photoset.api.idempotency.AnswerLinks;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.uploads.Presigner;
import photoset.api.uploads.UploadLink;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The upload link of a replayed call for one; what is put there and never taken into use is never read. */
@Component
@InRole(Role.WEB)
final class FreshMaskLink implements AnswerLinks {
    private final Presigner presigner;

    FreshMaskLink(Presigner presigner) {
        this.presigner = presigner;
    }

    @Override
    public String field() {
        return "upload";
    }

    @Override
    public Mono<UploadLink> fresh(UserId owner, JsonNode data) {
        int idx = data.path("idx").asInt();
        return Mono.justOrEmpty(JobId.of(data.path("job_id").asString("")))
                .map(job -> new ObjectKeys(owner, job)
                        .maskUpload(idx, data.path("concept").asString("")))
                .map(key -> presigner.toPutMask(idx, key));
    }
}
