package photoset.api.execution;

import java.util.Optional;
import org.springframework.stereotype.Component;
import photoset.api.presets.SegmenterVocabulary;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.ObjectStore;
import photoset.workflows.SharedKeys;
import photoset.workflows.segmentation.SegmenterDescription;
import tools.jackson.databind.json.JsonMapper;

/** What the workers wrote of their segmenter to the object store. */
@Component
@InRole(Role.WEB)
final class StoredSegmenter implements SegmenterVocabulary.Source {
    /** Names of hundreds of concepts; whatever is longer was not written by a worker. */
    private static final int BYTES_MAX = 64 * 1024;

    private final ObjectStore store;
    private final JsonMapper json;

    StoredSegmenter(ObjectStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public Optional<SegmenterDescription> read() {
        return store.find(SharedKeys.SEGMENTER, BYTES_MAX)
                .map(bytes -> json.readValue(bytes, SegmenterDescription.class));
    }
}
