package photoset.cpu.decoding;

/** No child can be started, which is the machine's fault and no photo's; worth another try elsewhere. */
public final class DecoderUnavailable extends RuntimeException {
    DecoderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
