package photoset.standalone.embedded;

/** Something that a person can put right keeps a part from starting. The message is a sentence to show as it is. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
