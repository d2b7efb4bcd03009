package photoset.cpu.sets;

/** A set cannot be composed from what was given; the message says what to change. */
public final class SetOrderRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** A sentence for the person who asked. */
    public SetOrderRefused(String message) {
        super(message);
    }
}
