package photoset.cli.album;

import java.io.PrintStream;

/**
 * Where the steps of a run are told.
 *
 * @param redraws whether a line can be drawn again in place, as on a terminal
 */
public record RunProgress(PrintStream out, boolean redraws) {
    void tell(String sentence, Object... words) {
        out.printf(sentence + "%n", words);
    }
}
