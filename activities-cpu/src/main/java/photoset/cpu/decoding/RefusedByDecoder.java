package photoset.cpu.decoding;

/** The child read the order and found it damaged; the message is the decoder's own, for the log. */
final class RefusedByDecoder extends Exception {
    RefusedByDecoder(String message) {
        super(message);
    }
}
