package photoset.api.jobstore;

import java.util.Optional;

/** Reads what workers wrote to the object store. */
@FunctionalInterface
public interface StoredFiles {
    /**
     * The whole object, if it is there.
     *
     * @throws photoset.objects.ObjectTooLarge if it has more bytes than that
     */
    Optional<byte[]> find(String key, long bytesMax);
}
