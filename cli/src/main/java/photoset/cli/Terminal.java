package photoset.cli;

import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command speaks and what it is told by its environment. Results go to {@code out}; progress, warnings and errors
 * go to {@code err}, so that a script can take the one and a person sees the other.
 *
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal) {
    /** That of this process; the script knows which of its streams are terminals, Java does not. */
    public static Terminal ofProcess() {
        return new Terminal(
                System.out,
                System.err,
                System.getenv(),
                Boolean.getBoolean("photoset.terminal.out"),
                Boolean.getBoolean("photoset.terminal.err"));
    }

    /** Colors on a terminal, unless {@code NO_COLOR} is set (https://no-color.org). */
    Ansi outColors() {
        return colors(outIsTerminal);
    }

    /** As {@link #outColors()}, for {@code err}. */
    Ansi errColors() {
        return colors(errIsTerminal);
    }

    private Ansi colors(boolean isTerminal) {
        return isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty() ? Ansi.ON : Ansi.OFF;
    }

    /** Prints one line of a check. */
    void finding(boolean holds, String sentence) {
        out.println(outColors().string(holds ? "@|green ok|@    " : "@|bold,red WRONG|@ ") + sentence);
    }

    /** Prints a result as one line of JSON. */
    public void json(Object result) {
        out.println(JsonMapper.shared().writeValueAsString(result));
    }
}
