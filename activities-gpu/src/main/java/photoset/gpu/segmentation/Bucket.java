package photoset.gpu.segmentation;

import java.util.Optional;
import photoset.objects.ObjectStore;

/** The part of the object store that a segmenter needs. */
public interface Bucket {
    /** As {@link ObjectStore#get}. */
    byte[] get(String key, long bytesMax);

    /** As {@link ObjectStore#find}. */
    Optional<byte[]> find(String key, long bytesMax);

    /** Writes a whole object, replacing what was there. */
    void put(String key, byte[] bytes, String contentType);

    /** The real one. */
    static Bucket of(ObjectStore store) {
        return new Bucket() {
            @Override
            public byte[] get(String key, long bytesMax) {
                return store.get(key, bytesMax);
            }

            @Override
            public Optional<byte[]> find(String key, long bytesMax) {
                return store.find(key, bytesMax);
            }

            @Override
            public void put(String key, byte[] bytes, String contentType) {
                store.put(key, bytes, contentType);
            }
        };
    }
}
