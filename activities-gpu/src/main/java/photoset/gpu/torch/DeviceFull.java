package photoset.gpu.torch;

/** The device has no memory left even for the smallest call, since somebody else uses it. */
public final class DeviceFull extends RuntimeException {
    public DeviceFull(RuntimeException cause) {
        super("The device has no memory left for one concept", cause);
    }
}
