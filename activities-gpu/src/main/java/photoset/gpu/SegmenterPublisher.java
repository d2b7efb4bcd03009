package photoset.gpu;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import photoset.objects.ObjectStore;
import photoset.objects.StoreUnavailable;
import photoset.workflows.SharedKeys;
import photoset.workflows.segmentation.SegmenterDescription;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what this worker's segmenter is to the object store, for the api to judge requests by. At the start and again
 * from time to time, since the store may be away at the start and a bucket may be emptied; writing it again changes
 * nothing. All workers of the queue are expected to run the same segmenter, so the last one to write is right.
 */
class SegmenterPublisher {
    private static final Logger log = LoggerFactory.getLogger(SegmenterPublisher.class);

    /** A store that was away at the start gets the description soon; one small object a minute costs it nothing. */
    private static final int EVERY_S = 60;

    private final ObjectStore store;
    private final SegmenterDescription description;
    private final JsonMapper json = new JsonMapper();

    SegmenterPublisher(ObjectStore store, SegmenterDescription description) {
        this.store = store;
        this.description = description;
    }

    @Scheduled(fixedDelay = EVERY_S, timeUnit = TimeUnit.SECONDS)
    void publish() {
        try {
            store.put(SharedKeys.SEGMENTER, json.writeValueAsBytes(description), "application/json");
        } catch (StoreUnavailable away) {
            log.warn("segmenter.unpublished reason={}", away.getMessage());
        }
    }
}
