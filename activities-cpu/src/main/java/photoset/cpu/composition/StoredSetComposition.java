package photoset.cpu.composition;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.ActivityImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.packing.ComposedSet;
import photoset.cpu.packing.SetComposer;
import photoset.cpu.sets.SetOrderRefused;
import photoset.objects.ObjectMissing;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.sets.SetComposition;
import photoset.workflows.sets.SetContent;
import photoset.workflows.sets.SetError;
import photoset.workflows.sets.SetInput;
import photoset.workflows.sets.SetRequest;
import tools.jackson.databind.json.JsonMapper;

/** Composes a set from the store into the store. */
@Component
@ActivityImpl(taskQueues = TaskQueues.CPU)
final class StoredSetComposition implements SetComposition {
    /** 200 photos with captions and three results each take 300 kB. */
    private static final long INPUT_BYTES_MAX = 16L << 20;

    private final ObjectStore store;
    private final ImageCodec codec;
    private final Attempts attempts;

    StoredSetComposition(ObjectStore store, ImageCodec codec, Attempts attempts) {
        this.store = store;
        this.codec = codec;
        this.attempts = attempts;
    }

    @Override
    public SetContent compose(SetRequest request) {
        var told = new ToldProgress(Activity.getExecutionContext().getWorkflowClient(), request.set());
        return attempts.run(progress -> {
            try {
                return content(composed(request, progress, told));
            } catch (SetOrderRefused refused) {
                throw permanently(SetError.SET_REFUSED, refused);
            } catch (ObjectMissing gone) {
                throw permanently(SetError.PICTURES_GONE, gone);
            } catch (IOException away) {
                throw new UncheckedIOException(away);
            }
        });
    }

    private ComposedSet composed(SetRequest request, Progress progress, ToldProgress told) throws IOException {
        var keys = new ObjectKeys(request.user(), request.job());
        progress.transferring("fetch the order");
        var input =
                JsonMapper.shared().readValue(store.get(keys.setInput(request.set()), INPUT_BYTES_MAX), SetInput.class);
        var source = new SetSource(input, store, codec, progress);
        return new SetComposer(codec, progress, told)
                .compose(source.order(), source.manifests(), new StoredSetFiles(store, keys, request.set()));
    }

    private static SetContent content(ComposedSet set) {
        List<SetContent.File> files = new ArrayList<>();
        set.pdf().ifPresent(pdf -> files.add(new SetContent.File(pdf, null, null)));
        set.pictures()
                .forEach(picture -> files.add(new SetContent.File(picture.name(), picture.width(), picture.height())));
        return new SetContent(set.zip(), files);
    }

    private static ApplicationFailure permanently(SetError error, RuntimeException why) {
        return ApplicationFailure.newNonRetryableFailure(String.valueOf(why.getMessage()), error.name());
    }
}
