package photoset.gpu.sam3.engine;

import java.util.EnumMap;
import java.util.Map;

/** How long the stages of one photo took on the engine's thread. Not thread-safe. */
public final class StageTimes {
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);

    /** What is told apart. */
    public enum Stage {
        UPLOAD,
        VISION,
        TEXT,
        DECODER,
        DOWNLOAD
    }

    /** Adds the time since {@code start} to a stage and returns now. */
    long add(Stage stage, long start) {
        long now = System.nanoTime();
        nanos.merge(stage, now - start, Long::sum);
        return now;
    }

    /** Nanoseconds by stage since the last call; a stage that did not run is 0. */
    public Map<Stage, Long> taken() {
        var all = new EnumMap<Stage, Long>(Stage.class);
        for (var stage : Stage.values()) {
            all.put(stage, nanos.getOrDefault(stage, 0L));
        }
        nanos.clear();
        return all;
    }
}
