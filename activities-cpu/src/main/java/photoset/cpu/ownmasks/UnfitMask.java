package photoset.cpu.ownmasks;

/** An upload that is no mask of its photo. The message says what to do. */
final class UnfitMask extends RuntimeException {
    UnfitMask(String message) {
        super(message, null, false, false);
    }
}
