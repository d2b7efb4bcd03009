package photoset.cpu.codec;

/** libvips refused; the message is its own text, for the log and not for users. */
public final class VipsFailure extends RuntimeException {
    VipsFailure(String message) {
        super(message);
    }

    VipsFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
