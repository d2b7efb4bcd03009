package photoset.objects;

/** An object has more bytes than its reader has room for; trying again is of no use. Names the key, which tells nothing. */
public final class ObjectTooLarge extends RuntimeException {
    ObjectTooLarge(String key, long bytesMax) {
        super("The object %s has more than %d bytes".formatted(key, bytesMax));
    }
}
