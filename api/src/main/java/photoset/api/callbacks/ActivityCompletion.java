package photoset.api.callbacks;

import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.ActivityNotExistsException;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import photoset.api.problem.ApiException;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.temporal.TemporalCalls;
import photoset.api.temporal.WorkflowLookup;
import photoset.workflows.ObjectKeys;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentedPhoto;
import reactor.core.publisher.Mono;

/** Hands a report to the activity that waits for it. */
@Component
@InRole(Role.WEB)
@EnableConfigurationProperties(CallbackSettings.class)
class ActivityCompletion {
    static final String NOTHING_WAITS = "No photo of this job waits for this report (any more).";

    static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    /** What a provider may say about a photo; anything else that it says is that it failed. */
    private static final Set<PhotoError> PROVIDERS_OWN =
            Set.of(PhotoError.UNKNOWN_CONCEPT, PhotoError.UNREADABLE_PHOTO, PhotoError.PHOTO_TOO_LARGE);

    private final ActivityCompletionClient activities;
    private final TemporalCalls calls;
    private final WorkflowLookup lookup;
    private final CallbackSettings settings;

    ActivityCompletion(WorkflowClient client, TemporalCalls calls, WorkflowLookup lookup, CallbackSettings settings) {
        this.activities = client.newActivityCompletionClient();
        this.calls = calls;
        this.lookup = lookup;
        this.settings = settings;
    }

    /** Completes the activity; one that waits no more is {@link Problem#INVALID_TRANSITION}. */
    Mono<Void> complete(ObjectKeys keys, Set<String> wanted, ProviderReport.Checked report) {
        var workflow = keys.job().workflowId();
        ProviderReport.@Nullable Fault fault = report.error();
        return calls.within(ANSWER_MAX, () -> {
                    if (fault == null) {
                        activities.complete(
                                workflow, Optional.empty(), report.activityId(), found(keys, wanted, report));
                    } else {
                        activities.completeExceptionally(
                                workflow, Optional.empty(), report.activityId(), failure(fault));
                    }
                    return true;
                })
                .onErrorResume(ActivityNotExistsException.class, this::absent)
                .then();
    }

    private Mono<Boolean> absent(ActivityNotExistsException notFound) {
        return calls.within(ANSWER_MAX, () -> {
            lookup.confirmAbsence(notFound);
            throw ApiException.because(Problem.INVALID_TRANSITION, NOTHING_WAITS);
        });
    }

    private SegmentedPhoto found(ObjectKeys keys, Set<String> wanted, ProviderReport.Checked report) {
        return new SegmentedPhoto(
                settings.model(),
                wanted.stream()
                        .map(concept -> MaskRef.of(concept, keys.mask(report.idx(), concept), report.instances()))
                        .toList());
    }

    /** For good: whether to try again is the provider's own affair. */
    private static ApplicationFailure failure(ProviderReport.Fault fault) {
        String message = Optional.ofNullable(fault.message())
                .filter(text -> !text.isBlank())
                .orElse("The provider could not segment the photo.");
        var code = Stream.of(PhotoError.values())
                .filter(PROVIDERS_OWN::contains)
                .filter(error -> error.name().equals(fault.code()))
                .findFirst()
                .orElse(PhotoError.SEGMENTATION_FAILED);
        return ApplicationFailure.newNonRetryableFailure(new PhotoFault(code, message).message(), code.name());
    }
}
