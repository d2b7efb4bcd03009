package photoset.standalone.embedded;

/** Hears what happens to servers that run as children. Called from threads of their own; must not block. */
public interface ServerEvents {
    /** A server ended by itself or serves again; one sentence for the terminal. */
    void note(String sentence);

    /** A server cannot be kept running and nothing more is tried; the last sentence of its story. */
    void givenUp(String sentence);
}
