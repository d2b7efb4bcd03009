package photoset.objects;

/** The object store did not do what was asked; worth another try. Names the call, never a link or a key's secret. */
public final class StoreUnavailable extends RuntimeException {
    StoreUnavailable(String call, Exception cause) {
        super("The object store failed at " + call + ": " + cause.getClass().getSimpleName(), cause);
    }
}
