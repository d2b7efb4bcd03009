package photoset.e2e.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One Markdown document and what it points to.
 *
 * @param path relative to the root
 * @param text its characters
 */
record Markdown(Path path, String text) {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    /** A link by name. */
    private static final Pattern NAMED = Pattern.compile("\\[([^\\]]+)](?!\\()");
    /** Where it leads: {@code [Name]: path} on a line of its own. */
    private static final Pattern DEFINITION = Pattern.compile("\\[([^\\]]+)]: +(\\S+)");

    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *``` *$");
    /** Folders whose name at the front of a word in backticks makes it a path. */
    private static final Pattern OUR_PATH = Pattern.compile(
            "(api|workflows|objects|imaging|activities-cpu|activities-gpu|web|standalone|cli|bench|e2e|helm|docs|\\.ci|\\.mvn)/[\\w./-]*\\w/?");

    static Markdown of(Path path) {
        return new Markdown(path, Repository.read(path));
    }

    /** Links and paths that lead nowhere; one line for each. */
    List<String> deadEnds() {
        List<String> faults = new ArrayList<>();
        LINK.matcher(prose()).results().map(found -> found.group(1)).forEach(target -> checkLink(target, faults));
        checkNames(faults);
        CODE.matcher(prose())
                .results()
                .map(found -> found.group(1))
                .filter(word -> OUR_PATH.matcher(word).matches())
                .filter(word -> !Files.exists(Repository.ROOT.resolve(word)))
                .forEach(word -> faults.add(path + ": there is no " + word));
        return faults;
    }

    /** A definition does not interrupt a paragraph (CommonMark 0.31, 4.7): there it is text, and defines nothing. */
    private void checkNames(List<String> faults) {
        Set<String> defined = new HashSet<>();
        var rest = new StringBuilder();
        boolean isParagraph = false;
        for (var line : prose().lines().toList()) {
            var definition = DEFINITION.matcher(line);
            if (!isParagraph && definition.matches()) {
                defined.add(definition.group(1));
                checkLink(definition.group(2), faults);
            } else {
                rest.append(line).append('\n');
                isParagraph = !line.isBlank();
            }
        }
        if (!defined.isEmpty()) {
            NAMED.matcher(CODE.matcher(rest).replaceAll(""))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !defined.contains(name))
                    .forEach(name -> faults.add(path + ": nothing says where [" + name + "] leads"));
        }
    }

    private void checkLink(String target, List<String> faults) {
        if (target.matches("[a-z]+:.*")) {
            return;
        }
        int hash = target.indexOf('#');
        var place = hash < 0 ? target : target.substring(0, hash);
        var file = place.isEmpty() ? path : path.resolveSibling(place).normalize();
        if (!place.isEmpty() && !Files.exists(Repository.ROOT.resolve(file))) {
            faults.add(path + ": there is no " + target);
        } else if (hash >= 0 && Repository.nameOf(file).endsWith(".md")) {
            var there = file.equals(path) ? this : of(file);
            if (!there.anchors().contains(target.substring(hash + 1))) {
                faults.add(path + ": there is no heading for " + target);
            }
        }
    }

    /** The headings, as written. */
    List<String> headings() {
        return HEADING.matcher(FENCED.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The names by which links reach the headings. */
    Set<String> anchors() {
        return headings().stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** Words in backticks, outside of fenced blocks. */
    List<String> codeWords() {
        return CODE.matcher(prose()).results().map(found -> found.group(1)).toList();
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }
}
