package photoset.api.admission;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import photoset.api.admission.Created.Quote;
import photoset.api.presets.Presets;
import photoset.api.problem.Problem;
import photoset.api.problem.RequestRefused;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.runs.JobRuns;
import photoset.api.runs.ToTheEnd;
import photoset.api.uploads.Announcement;
import photoset.api.uploads.Announcement.Album;
import photoset.api.uploads.Links;
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
    private final JobRuns runs;
    private final Links links;

    JobCreation(Presets presets, JobAdmission admission, JobRuns runs, Links links) {
        this.presets = presets;
        this.admission = admission;
        this.runs = runs;
        this.links = links;
    }

    Mono<Created> create(UserId user, Announcement announcement) {
        var album = album(announcement);
        // The client may hang up; the row must not stay without its workflow.
        return ToTheEnd.of(admission.admit(user, preset(announcement), album).flatMap(this::started))
                .map(this::answer);
    }

    Mono<Created> quote(UserId user, Announcement announcement) {
        return admission
                .quote(user, preset(announcement), album(announcement))
                .map(photos -> new Created(null, null, null, Quote.of(photos)));
    }

    private Mono<NewJob> started(NewJob job) {
        return runs.start(job.request())
                .onErrorResume(failure -> admission
                        .withdraw(job.request().job())
                        .doOnError(stuck -> log.error(
                                "Job {} has no workflow", job.request().job(), stuck))
                        .onErrorComplete()
                        .then(Mono.error(failure)))
                .thenReturn(job);
    }

    private Album album(Announcement announcement) {
        var album = announcement.checked(Plan.PRO.limits().photosPerJobMax());
        if (presets.find(preset(announcement)).isEmpty()) {
            throw RequestRefused.because(Problem.INVALID_PRESET);
        }
        return album;
    }

    private static String preset(Announcement announcement) {
        return Optional.ofNullable(announcement.preset()).orElse("");
    }

    private Created answer(NewJob job) {
        var request = job.request();
        return new Created(
                request.job(),
                job.uploads() ? links.toPut(request.photos()) : List.of(),
                "/jobs/" + request.job() + "/confirm-upload",
                Quote.of(request.photos().size()));
    }
}
