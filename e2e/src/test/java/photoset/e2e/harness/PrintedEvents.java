package photoset.e2e.harness;

import photoset.standalone.embedded.ServerEvents;

/** Tells the log of a test what happens to its servers. */
final class PrintedEvents implements ServerEvents {
    @Override
    public void note(String sentence) {
        System.out.println(sentence);
    }

    @Override
    public void givenUp(String sentence) {
        System.out.println(sentence);
    }
}
