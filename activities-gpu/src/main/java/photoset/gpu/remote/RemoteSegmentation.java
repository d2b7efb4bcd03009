package photoset.gpu.remote;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import photoset.gpu.remote.WorkOrder.Item;
import photoset.gpu.remote.WorkOrder.MaskTarget;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts each photo as a work order and leaves the activity open; the api's callback completes it by its id. Until then
 * this process heartbeats in the provider's name. A repetition posts the same order under the same prefix with new links.
 */
public final class RemoteSegmentation implements Segmentation, AutoCloseable {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final RemoteSettings settings;
    private final ObjectStore store;
    private final OpenOrders open;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();

    /** A quarter of the silence after which the workflow gives a photo to another worker. */
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(5);

    public RemoteSegmentation(RemoteSettings settings, ObjectStore store) {
        this(settings, store, HEARTBEAT_EVERY);
    }

    RemoteSegmentation(RemoteSettings settings, ObjectStore store, Duration heartbeatEvery) {
        this.settings = settings;
        this.store = store;
        this.open = new OpenOrders(settings.linkLifetime(), heartbeatEvery);
    }

    @Override
    public SegmentedPhoto segment(SegmentationTask task) {
        var activity = Activity.getExecutionContext();
        post(order(task, activity.getInfo().getActivityId()));
        open.keepAlive(activity.getWorkflowClient().newActivityCompletionClient(), activity.getTaskToken());
        activity.doNotCompleteOnReturn();
        return new SegmentedPhoto("", List.of());
    }

    private WorkOrder order(SegmentationTask task, String activityId) {
        return new WorkOrder(
                task.job().value(),
                task.user().value(),
                task.preset(),
                task.concepts(),
                List.of(),
                List.of(item(task)),
                callback(task),
                activityId);
    }

    private URI callback(SegmentationTask task) {
        var base = settings.callbackUrl().toString().replaceAll("/+$", "");
        return URI.create(base + "/jobs/" + task.job().value() + "/callback");
    }

    private Item item(SegmentationTask task) {
        var photo = task.photo();
        var keys = new ObjectKeys(task.user(), task.job());
        var lifetime = settings.linkLifetime();
        var masks = task.concepts().stream()
                .map(Concept::id)
                .map(id -> target(id, keys.mask(photo.idx(), id)))
                .toList();
        return new Item(
                photo.idx(),
                photo.width(),
                photo.height(),
                photo.sha256(),
                store.linkToGet(photo.viewKey(), lifetime),
                store.linkToGet(photo.key(), lifetime),
                masks,
                store.linkToPut(keys.instances(photo.idx()), lifetime));
    }

    private MaskTarget target(String concept, String key) {
        return new MaskTarget(concept, key, store.linkToPut(key, settings.linkLifetime()));
    }

    private void post(WorkOrder order) {
        int status = status(request(order));
        if (status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
            throw unavailable("answered " + status);
        }
        if (status >= 300) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The segmentation provider refused the photo (HTTP " + status + ").",
                    PhotoError.SEGMENTATION_FAILED.name());
        }
    }

    private HttpRequest request(WorkOrder order) {
        var request = HttpRequest.newBuilder(settings.endpoint())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order.idempotencyPrefix())
                .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(order)));
        if (settings.bearer() != null) {
            request.header("Authorization", "Bearer " + settings.bearer());
        }
        return request.build();
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            // The cause's message may hold an address; its kind is enough to look for it.
            throw unavailable("did not answer: " + away.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for");
        }
    }

    private static ApplicationFailure unavailable(String what) {
        return ApplicationFailure.newFailure("The segmentation provider " + what, "PROVIDER_UNAVAILABLE");
    }

    /** Ends the heartbeats; the open orders are then placed anew by another worker. */
    @Override
    public void close() {
        open.close();
        http.shutdownNow();
    }
}
