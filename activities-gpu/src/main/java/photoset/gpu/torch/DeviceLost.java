package photoset.gpu.torch;

/** The device fails every call from now on; only a new process helps. */
public final class DeviceLost extends RuntimeException {
    DeviceLost(RuntimeException cause) {
        super("The device is lost; this process has to end", cause);
    }
}
