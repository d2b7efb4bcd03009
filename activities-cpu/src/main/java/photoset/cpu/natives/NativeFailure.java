package photoset.cpu.natives;

/** A native library is missing or refused; the message is its own text, for the log and not for users. */
public final class NativeFailure extends RuntimeException {
    public NativeFailure(String message) {
        super(message);
    }

    NativeFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
