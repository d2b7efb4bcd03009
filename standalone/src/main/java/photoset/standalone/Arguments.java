package photoset.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after a subcommand.
 *
 * @param options {@code --name value} pairs, by name without the dashes
 * @param words everything else, in order
 */
record Arguments(Map<String, String> options, List<String> words) {
    /**
     * Reads a command line.
     *
     * @param known the names that this subcommand takes
     * @throws UsageProblem for any other name, or a name without a value
     */
    static Arguments parse(List<String> typed, Set<String> known) {
        var options = new HashMap<String, String>();
        var words = new ArrayList<String>();
        for (var rest = typed.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            var name = word.substring(2);
            if (!known.contains(name)) {
                throw new UsageProblem("There is no option --" + name + " here.");
            }
            if (!rest.hasNext()) {
                throw new UsageProblem("The option --" + name + " needs a value.");
            }
            options.put(name, rest.next());
        }
        return new Arguments(Map.copyOf(options), List.copyOf(words));
    }

    /** Refuses words where a subcommand takes none. */
    Arguments withoutWords() {
        if (!words.isEmpty()) {
            throw new UsageProblem("The word \"" + words.getFirst() + "\" means nothing here.");
        }
        return this;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(options.get(name));
    }

    Path path(String name, String otherwise) {
        return Path.of(options.getOrDefault(name, otherwise));
    }

    /** A whole number from {@code min} on. */
    int number(String name, int otherwise, int min, int max) {
        var typed = options.get(name);
        if (typed == null) {
            return otherwise;
        }
        if (!typed.matches("\\d{1,9}") || Integer.parseInt(typed) < min || Integer.parseInt(typed) > max) {
            throw new UsageProblem("The option --" + name + " takes a number from " + min + " to " + max + ".");
        }
        return Integer.parseInt(typed);
    }

    /** The command line cannot be understood; the message is a sentence. */
    static final class UsageProblem extends RuntimeException {
        UsageProblem(String sentence) {
            super(sentence);
        }
    }
}
