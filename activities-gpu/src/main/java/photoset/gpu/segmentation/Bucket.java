package photoset.gpu.segmentation;

import java.util.Optional;
import photoset.objects.ObjectStore;

/** The part of the object store that a segmenter needs. */
public interface Bucket {
    /** Reads a whole object; fails if there is none. */
    byte[] get(String key);

    /** Reads a whole object, or empty if there is none. */
    Optional<byte[]> find(String key);

    /** Writes a whole object, replacing what was there. */
    void put(String key, byte[] bytes, String contentType);

    /** The real one. */
    static Bucket of(ObjectStore store) {
        return new Bucket() {
            @Override
            public byte[] get(String key) {
                return store.get(key);
            }

            @Override
            public Optional<byte[]> find(String key) {
                return store.find(key);
            }

            @Override
            public void put(String key, byte[] bytes, String contentType) {
                store.put(key, bytes, contentType);
            }
        };
    }
}
