package photoset.cpu.ownmasks;

/** An upload that is no mask of its photo. */
final class UnfitMask extends RuntimeException {
    private final String reason;

    UnfitMask(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** A sentence for the user that says what is wrong and what to do. */
    String reason() {
        return reason;
    }
}
