package photoset.objects;

/** There is no such object, though somebody wrote down that there is; trying again is of no use. Names the key. */
public final class ObjectMissing extends RuntimeException {
    /** With the key. */
    public ObjectMissing(String key) {
        super("There is no object " + key);
    }
}
