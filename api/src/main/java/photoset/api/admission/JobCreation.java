package photoset.api.admission;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import photoset.api.forecast.Forecasts;
import photoset.api.forecast.Quote;
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
import photoset.workflows.job.JobRequest;
import photoset.workflows.plan.Plan;
import reactor.core.publisher.Mono;

/** From a request to a job that waits for its photos: first the row, then the workflow, then the links. */
@Component
@InRole(Role.WEB)
class JobCreation {
    private static final Logger log = LoggerFactory.getLogger(JobCreation.class);

    private final Presets presets;
    private final JobAdmission admission;
    private final JobWorkflowClient workflowClient;
    private final Presigner presigner;
    private final Forecasts forecasts;

    JobCreation(
            Presets presets,
            JobAdmission admission,
            JobWorkflowClient workflowClient,
            Presigner presigner,
            Forecasts forecasts) {
        this.forecasts = forecasts;
        this.presets = presets;
        this.admission = admission;
        this.workflowClient = workflowClient;
        this.presigner = presigner;
    }

    Mono<CreateJobResponse> create(UserId user, CreateJobRequest request) {
        var album = album(request);
        // The client may hang up; the row must not stay without its workflow.
        return Uncancelable.of(admission.admit(user, preset(request), album).flatMap(this::start))
                .flatMap(job -> quoted(job.request()).map(quote -> response(job, quote)));
    }

    Mono<CreateJobResponse> quote(UserId user, CreateJobRequest request) {
        return admission
                .quote(user, preset(request), album(request))
                .flatMap(this::quoted)
                .map(quote -> new CreateJobResponse(null, null, null, quote));
    }

    /** A credit for a photo; further variants are asked for at execute. */
    private Mono<Quote> quoted(JobRequest request) {
        return forecasts.quote(request.plan(), request.photos().size(), 1, true);
    }

    private Mono<NewJob> start(NewJob job) {
        return workflowClient
                .start(job.request())
                .onErrorResume(failure -> admission
                        .withdraw(job.request().job())
                        .doOnError(stuck -> log.error(
                                "job.without_workflow job={}", job.request().job(), stuck))
                        .onErrorComplete()
                        .then(Mono.error(failure)))
                .thenReturn(job);
    }

    private Album album(CreateJobRequest request) {
        var album = request.checked(Plan.PRO.limits().photosPerJobMax());
        if (presets.find(preset(request)).isEmpty()) {
            throw ApiException.because(Problem.INVALID_PRESET);
        }
        return album;
    }

    private static String preset(CreateJobRequest request) {
        return Optional.ofNullable(request.preset()).orElse("");
    }

    private CreateJobResponse response(NewJob job, Quote quote) {
        var request = job.request();
        return new CreateJobResponse(
                request.job(),
                job.uploads() ? presigner.toPut(request.photos()) : List.of(),
                "/jobs/" + request.job() + "/confirm-upload",
                quote);
    }
}
