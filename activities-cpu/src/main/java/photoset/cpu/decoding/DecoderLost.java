package photoset.cpu.decoding;

/** A child died, was killed, or spoke nonsense; the message is for the log. */
final class DecoderLost extends Exception {
    private final boolean late;

    DecoderLost(String message, boolean late, Throwable cause) {
        super(message, cause);
        this.late = late;
    }

    /** Whether the deadline was the reason. */
    boolean isLate() {
        return late;
    }
}
