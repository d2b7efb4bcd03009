package photoset.standalone.embedded;

/** Something that a person can put right keeps a part from starting. The message is a sentence to show as it is. */
public final class UserError extends RuntimeException {
    public UserError(String sentence) {
        super(sentence);
    }

    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
