package photoset.cli;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after a subcommand.
 *
 * @param options {@code --name value} pairs, by name without the dashes, each name's values in order
 * @param words everything else, in order
 */
public record Arguments(Map<String, List<String>> options, List<String> words) {
    /**
     * Reads a command line.
     *
     * @param known the names that this subcommand takes
     * @throws UsageProblem for any other name, or a name without a value
     */
    public static Arguments parse(List<String> typed, Set<String> known) {
        var options = new HashMap<String, List<String>>();
        var words = new ArrayList<String>();
        for (var rest = typed.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            var name = word.substring(2);
            if (!known.contains(name)) {
                throw new UsageProblem("There is no option --" + name + " here" + those(known) + ".");
            }
            options.computeIfAbsent(name, _ -> new ArrayList<>()).add(value(name, rest));
        }
        return new Arguments(Map.copyOf(options), List.copyOf(words));
    }

    private static String those(Set<String> known) {
        return known.isEmpty()
                ? ""
                : "; there are " + known.stream().sorted().map("--"::concat).collect(joining(", "));
    }

    private static String value(String name, Iterator<String> rest) {
        var value = rest.hasNext() ? rest.next() : "--";
        if (value.startsWith("--")) {
            throw new UsageProblem("The option --" + name + " needs a value.");
        }
        return value;
    }

    /** Refuses words where a subcommand takes none. */
    public Arguments withoutWords() {
        if (!words.isEmpty()) {
            throw new UsageProblem("The word \"" + words.getFirst() + "\" means nothing here.");
        }
        return this;
    }

    /** Every value of an option that may be given more than once. */
    public List<String> texts(String name) {
        return options.getOrDefault(name, List.of());
    }

    /** The value of an option that may be given once. */
    public Optional<String> text(String name) {
        var typed = texts(name);
        if (typed.size() > 1) {
            throw new UsageProblem("The option --" + name + " was given twice.");
        }
        return typed.stream().findFirst();
    }

    /** The value of an option that must be given once. */
    public String required(String name) {
        return text(name).orElseThrow(() -> new UsageProblem("The option --" + name + " is needed."));
    }

    /** A file or folder. */
    public Path path(String name, String otherwise) {
        return Path.of(text(name).orElse(otherwise));
    }

    /** {@code yes} or {@code no}, which is also what an absent option means. */
    public boolean isYes(String name) {
        return switch (text(name).orElse("no")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new UsageProblem("The option --" + name + " takes yes or no.");
        };
    }

    /** The address of an installation. */
    public URI url(String name, String otherwise) {
        var typed = text(name).orElse(otherwise);
        try {
            var url = new URI(typed);
            if (List.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException nonsense) {
            // the same sentence as for an address of another kind
        }
        throw new UsageProblem("The option --" + name + " takes an address like http://127.0.0.1:8080.");
    }

    /** A whole number from {@code min} on. */
    public int number(String name, int otherwise, int min, int max) {
        if (text(name).isEmpty()) {
            return otherwise;
        }
        var typed = required(name);
        if (!typed.matches("\\d{1,9}") || Integer.parseInt(typed) < min || Integer.parseInt(typed) > max) {
            throw new UsageProblem("The option --" + name + " takes a number from " + min + " to " + max + ".");
        }
        return Integer.parseInt(typed);
    }

    /** The command line cannot be understood; the message is a sentence. */
    public static final class UsageProblem extends RuntimeException {
        public UsageProblem(String sentence) {
            super(sentence);
        }
    }
}
