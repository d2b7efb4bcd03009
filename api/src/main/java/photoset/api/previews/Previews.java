package photoset.api.previews;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import photoset.api.previews.PreviewRows.Kept;
import photoset.api.previews.PreviewRows.OfJob;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.PreviewWorkflowClient;
import photoset.api.uploads.Presigner;
import photoset.objects.ObjectStore;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.job.JobState;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.plan.Plan;
import photoset.workflows.previews.PreviewTask;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Previews as their users ask for them; one that was asked for before is painted only when it is gone. */
@Component
@InRole(Role.WEB)
class Previews {
    private final PreviewRows rows;
    private final PreviewOrders orders;
    private final PreviewWorkflowClient workflows;
    private final ObjectStore store;
    private final Presigner presigner;

    Previews(
            PreviewRows rows,
            PreviewOrders orders,
            PreviewWorkflowClient workflows,
            ObjectStore store,
            Presigner presigner) {
        this.rows = rows;
        this.orders = orders;
        this.workflows = workflows;
        this.store = store;
        this.presigner = presigner;
    }

    /**
     * The preview, or that it is painted.
     *
     * <p>Refuses with {@link Problem#JOB_NOT_FOUND}, {@link Problem#INVALID_TRANSITION} or
     * {@link Problem#ALREADY_CANCELED} where there is nothing to look at, and as an execute call does.
     */
    Mono<PreviewAnswer> preview(UserId user, JobId job, PreviewRequest request) {
        return rows.photo(user, job, request.idx())
                .flatMap(found -> orders.order(new ObjectKeys(user, job), found, photo(found, request.idx()), request)
                        .flatMap(task -> kept(task, found.plan())));
    }

    private static PhotoRef photo(OfJob job, int idx) {
        if (idx < 0 || idx >= job.photos()) {
            throw ApiException.because(
                    Problem.VALIDATION_FAILED,
                    Problem.VALIDATION_FAILED.sentence(),
                    List.of(Detail.field("idx", "must be that of a photo of the job, 0 to " + (job.photos() - 1))));
        }
        if (job.status() == JobState.CANCELED) {
            throw ApiException.because(Problem.ALREADY_CANCELED);
        }
        if (job.status() == JobState.CREATED) {
            throw refused("The photos are not confirmed yet. Upload them, call confirm-upload, and ask again.");
        }
        if (!job.kept()) {
            throw refused("The pictures of the job are no longer kept. Start a new job with the photos.");
        }
        if (job.photo() == null) {
            throw refused(
                    "Photo %d was refused when the upload was confirmed; GET /jobs/{id} says why.".formatted(idx));
        }
        return Objects.requireNonNull(job.photo());
    }

    private static ApiException refused(String message) {
        return ApiException.because(Problem.INVALID_TRANSITION, message);
    }

    private Mono<PreviewAnswer> kept(PreviewTask task, Plan plan) {
        int idx = task.render().photo().idx();
        return rows.keep(task.render().job(), task.hash())
                .flatMap(row -> isThere(task, row)
                        .flatMap(there -> there ? Mono.just(true) : workflows.paint(task, plan))
                        .map(painted -> painted
                                ? PreviewAnswer.done(idx, presigner.toLivePreview(idx, task.key(), row.expiresAt()))
                                : PreviewAnswer.running(idx)));
    }

    private Mono<Boolean> isThere(PreviewTask task, Kept row) {
        return row.begun()
                ? Mono.just(false)
                : Mono.fromCallable(() -> store.version(task.key()).isPresent())
                        .subscribeOn(Schedulers.boundedElastic());
    }
}
