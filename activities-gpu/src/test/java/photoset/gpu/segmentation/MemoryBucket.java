package photoset.gpu.segmentation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A bucket that keeps everything it was given. */
public final class MemoryBucket implements Bucket {
    private volatile Runnable beforeRead = () -> {};

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    @Override
    public byte[] get(String key, long bytesMax) {
        beforeRead.run();
        return get(key);
    }

    public byte[] get(String key) {
        var bytes = objects.get(key);
        if (bytes == null) {
            throw new IllegalStateException("no such object: " + key);
        }
        return bytes;
    }

    @Override
    public Optional<byte[]> find(String key, long bytesMax) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) {
        objects.put(key, bytes);
    }

    public Map<String, byte[]> objects() {
        return objects;
    }

    /** What a read waits for. */
    public void beforeRead(Runnable wait) {
        beforeRead = wait;
    }
}
