package photoset.cpu.instances;

import io.temporal.spring.boot.ActivityImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.segmentation.AlbumInstance;
import photoset.workflows.segmentation.InstanceBox;
import photoset.workflows.segmentation.InstanceMatching;
import photoset.workflows.segmentation.MatchTask;
import tools.jackson.databind.json.JsonMapper;

/** Gives the instances of an album their ids and lists them in one file. */
@Component
@ActivityImpl(taskQueues = TaskQueues.CPU)
final class AlbumInstances implements InstanceMatching {
    /** A view of 4096 x 4096 pixels, the largest that may be set, hardly compressed. */
    private static final int VIEW_BYTES_MAX = 64 << 20;

    private final ObjectStore store;
    private final ImageCodec codec;
    private final Attempts attempts;

    AlbumInstances(ObjectStore store, ImageCodec codec, Attempts attempts) {
        this.store = store;
        this.codec = codec;
        this.attempts = attempts;
    }

    @Override
    public void match(MatchTask task) {
        attempts.run(progress -> {
            write(task, progress);
            return task;
        });
    }

    private void write(MatchTask task, Progress progress) {
        var keys = new ObjectKeys(task.user(), task.job());
        var names = new InstanceNames(task.surfaces());
        Map<Integer, PhotoInstances> photos = new TreeMap<>();
        for (int idx : task.photos()) {
            progress.transferring("fetch instances");
            store.find(keys.instances(idx), PhotoInstances.FILE_BYTES_MAX).ifPresent(file -> {
                var photo = PhotoInstances.read(file);
                photos.put(idx, photo);
                if (names.wantsToSee(photo)) {
                    byte[] view = store.get(keys.view(idx), VIEW_BYTES_MAX);
                    progress.reached("look at photo " + idx);
                    names.see(idx, photo, codec.read(view, Wanted.SRGB).pixels());
                }
            });
        }
        progress.reached("match");
        names.match();
        byte[] file = JsonMapper.shared().writeValueAsBytes(listed(photos, names));
        progress.transferring("store instances");
        store.put(keys.albumInstances(), file, "application/json");
    }

    private static List<AlbumInstance> listed(Map<Integer, PhotoInstances> photos, InstanceNames names) {
        List<AlbumInstance> all = new ArrayList<>();
        photos.forEach((idx, photo) -> photo.byConcept().forEach((concept, found) -> {
            for (int i = 0; i < found.size(); i++) {
                var one = found.get(i);
                var box = one.box() == null ? new InstanceBox(0, 0, 0, 0) : one.box();
                all.add(new AlbumInstance(
                        idx, concept, i + 1, names.of(idx, concept, i + 1), one.score(), box, one.area()));
            }
        }));
        return all;
    }
}
