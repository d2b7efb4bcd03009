package photoset.cpu.instances;

import io.temporal.spring.boot.ActivityImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import photoset.activities.Attempts;
import photoset.activities.Progress;
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
    private final ObjectStore store;
    private final Attempts attempts;

    AlbumInstances(ObjectStore store, Attempts attempts) {
        this.store = store;
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
        Map<Integer, PhotoInstances> photos = new TreeMap<>();
        for (int idx : task.photos()) {
            progress.transferring("fetch instances");
            store.find(keys.instances(idx), PhotoInstances.FILE_BYTES_MAX)
                    .ifPresent(file -> photos.put(idx, PhotoInstances.read(file)));
        }
        progress.reached("match");
        byte[] file = JsonMapper.shared().writeValueAsBytes(named(photos, task.surfaces()));
        progress.transferring("store instances");
        store.put(keys.albumInstances(), file, "application/json");
    }

    /** A surface has one id in all photos; every thing has its own, by photo and then by size. */
    private static List<AlbumInstance> named(Map<Integer, PhotoInstances> photos, List<String> surfaces) {
        Map<String, Integer> numbers = new TreeMap<>();
        List<AlbumInstance> all = new ArrayList<>();
        photos.forEach((idx, photo) -> photo.byConcept().forEach((concept, found) -> {
            for (int i = 0; i < found.size(); i++) {
                int number = surfaces.contains(concept) ? 1 : numbers.merge(concept, 1, Integer::sum);
                var one = found.get(i);
                var box = one.box() == null ? new InstanceBox(0, 0, 0, 0) : one.box();
                all.add(new AlbumInstance(idx, concept, i + 1, concept + "-" + number, one.score(), box, one.area()));
            }
        }));
        return all;
    }
}
