package photoset.gpu.remote;

import io.temporal.activity.Activity;
import io.temporal.spring.boot.ActivityImpl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import photoset.activities.Attempts;
import photoset.activities.Beat;
import photoset.activities.Pulse;
import photoset.gpu.remote.OpenOrder.WaitContext;
import photoset.gpu.remote.OpenOrder.WaitPolicy;
import photoset.gpu.remote.OpenOrder.Waiting;
import photoset.gpu.remote.WorkOrder.Item;
import photoset.gpu.remote.WorkOrder.MaskTarget;
import photoset.objects.ObjectStore;
import photoset.objects.ResponseHeaders;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;

/**
 * Posts each photo as a work order and leaves the activity open; the api's callback completes it by its id. Until then
 * this process heartbeats in the provider's name, takes results whose callback was lost from the bucket, and hands an
 * order in again that seems lost. A repetition posts the same order under the same prefix with new links, unless the
 * first one's results are there.
 */
@ActivityImpl(taskQueues = TaskQueues.GPU)
public final class RemoteSegmentation implements Segmentation, AutoCloseable {
    /** Heartbeat detail: an attempt has placed the order, so results in the bucket are its own. */
    static final String ORDERED = "with the provider";

    /** A quarter of the silence after which the workflow gives a photo to another worker. */
    private static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(5);

    /** Its name where it was away. */
    public static final String PROVIDER = "The segmentation provider";

    private final RemoteSettings settings;
    private final ObjectStore store;
    private final Attempts attempts;
    private final Results results;
    private final Provider provider;
    private final OpenOrders open;

    public RemoteSegmentation(RemoteSettings settings, ObjectStore store, Attempts attempts) {
        this(settings, store, attempts, HEARTBEAT_EVERY);
    }

    RemoteSegmentation(RemoteSettings settings, ObjectStore store, Attempts attempts, Duration heartbeatEvery) {
        this.settings = settings;
        this.store = store;
        this.attempts = attempts;
        this.results = new Results(store, settings.model());
        this.provider = new Provider(settings);
        this.open = new OpenOrders(heartbeatEvery);
    }

    @Override
    public SegmentedPhoto segment(SegmentationTask task) {
        return attempts.run(beat -> segment(task, beat));
    }

    private SegmentedPhoto segment(SegmentationTask task, Beat beat) {
        var activity = Activity.getExecutionContext();
        Optional<SegmentedPhoto> earlier = Optional.empty();
        if (beat.earlier().map(Pulse::step).filter(ORDERED::equals).isPresent()) {
            earlier = results.complete(task);
        } else {
            results.clear(task);
        }
        if (earlier.isPresent()) {
            return earlier.get();
        }
        beat.transferring(ORDERED);
        var temporal = activity.getWorkflowClient().newActivityCompletionClient();
        // The activity's own heartbeats are sent now and then; the next attempt has to know of the order for sure.
        temporal.heartbeat(activity.getTaskToken(), beat.pulse());
        String activityId = activity.getInfo().getActivityId();
        Runnable handIn = () -> provider.accept(order(task, activityId));
        handIn.run();
        var context = new WaitContext(WaitPolicy.of(settings), results, handIn, open.blocking());
        open.keep(new OpenOrder(new Waiting(temporal, activity.getTaskToken(), beat.pulse()), task, context));
        activity.doNotCompleteOnReturn();
        return new SegmentedPhoto("", List.of());
    }

    private WorkOrder order(SegmentationTask task, String activityId) {
        return new WorkOrder(
                task.job().value(),
                task.user().value(),
                task.preset(),
                task.concepts(),
                task.protect(),
                List.of(item(task)),
                callback(task),
                activityId + "." + task.photo().idx());
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
                store.linkToGet(photo.viewKey(), view(photo), lifetime),
                store.linkToGet(photo.key(), original(photo), lifetime),
                masks,
                store.linkToPut(keys.instances(photo.idx()), lifetime));
    }

    // Nobody but the provider has business there, and a person who follows the link gets a file and no page.

    private static ResponseHeaders view(PhotoRef photo) {
        return ResponseHeaders.attachment("image/jpeg", "photo-" + photo.idx() + ".view.jpg");
    }

    private static ResponseHeaders original(PhotoRef photo) {
        var format = PhotoFormat.of(photo.key().substring(photo.key().lastIndexOf('.') + 1));
        return ResponseHeaders.attachment(format.contentType(), "photo-" + photo.idx() + "." + format.extension());
    }

    private MaskTarget target(String concept, String key) {
        return new MaskTarget(concept, key, store.linkToPut(key, settings.linkLifetime()));
    }

    /** Ends the heartbeats; the open orders are then placed anew by another worker. */
    @Override
    public void close() {
        open.close();
        provider.close();
    }
}
