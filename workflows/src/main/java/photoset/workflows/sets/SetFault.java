package photoset.workflows.sets;

/**
 * Why a set failed, for its owner.
 *
 * @param message says what to do
 */
public record SetFault(SetError code, String message) {
    /** A sentence or two. */
    public static final int MESSAGE_CHARS_MAX = 500;

    public SetFault {
        message = message.length() <= MESSAGE_CHARS_MAX ? message : message.substring(0, MESSAGE_CHARS_MAX - 1) + "…";
    }
}
