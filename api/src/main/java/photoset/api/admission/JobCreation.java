package photoset.api.admission;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import photoset.api.admission.CreateJobResponse.Quote;
import photoset.api.presets.Presets;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.JobWorkflowClient;
import photoset.api.temporal.Uncancelable;
import photoset.api.uploads.CreateJobRequest;
import photoset.api.uploads.CreateJobRequest.Album;
import photoset.api.uploads.Presigner;
import photoset.workflows.UserId;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;

/** From an announcement to a job that waits for its photos: first the row, then the workflow, then the links. */
@Component
@InRole(Role.WEB)
class JobCreation {
    private static final Logger log = LoggerFactory.getLogger(JobCreation.class);

    private final Presets presets;
    private final JobAdmission admission;
    private final JobWorkflowClient runs;
    private final Presigner links;

    JobCreation(Presets presets, JobAdmission admission, JobWorkflowClient runs, Presigner links) {
        this.presets = presets;
        this.admission = admission;
        this.runs = runs;
        this.links = links;
    }

    Mono<CreateJobResponse> create(UserId user, CreateJobRequest announcement) {
        var album = album(announcement);
        // The client may hang up; the row must not stay without its workflow.
        return Uncancelable.of(
                        admission.admit(user, preset(announcement), album).flatMap(this::started))
                .map(this::answer);
    }

    Mono<CreateJobResponse> quote(UserId user, CreateJobRequest announcement) {
        return admission
                .quote(user, preset(announcement), album(announcement))
                .map(photos -> new CreateJobResponse(null, null, null, Quote.of(photos)));
    }

    private Mono<NewJob> started(NewJob job) {
        return runs.start(job.request())
                .onErrorResume(failure -> admission
                        .withdraw(job.request().job())
                        .doOnError(stuck -> log.error(
                                "job.without_workflow job={}", job.request().job(), stuck))
                        .onErrorComplete()
                        .then(Mono.error(failure)))
                .thenReturn(job);
    }

    private Album album(CreateJobRequest announcement) {
        var album = announcement.checked(Plan.PRO.limits().photosPerJobMax());
        if (presets.find(preset(announcement)).isEmpty()) {
            throw ApiException.because(Problem.INVALID_PRESET);
        }
        return album;
    }

    private static String preset(CreateJobRequest announcement) {
        return Optional.ofNullable(announcement.preset()).orElse("");
    }

    private CreateJobResponse answer(NewJob job) {
        var request = job.request();
        return new CreateJobResponse(
                request.job(),
                job.uploads() ? links.toPut(request.photos()) : List.of(),
                "/jobs/" + request.job() + "/confirm-upload",
                Quote.of(request.photos().size()));
    }
}
