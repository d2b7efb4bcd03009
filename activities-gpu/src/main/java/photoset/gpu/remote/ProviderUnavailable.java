package photoset.gpu.remote;

/** The provider is away or busy, which is no photo's fault. Names no address. */
public final class ProviderUnavailable extends RuntimeException {
    ProviderUnavailable(String what) {
        super("The segmentation provider " + what);
    }
}
