package photoset.cpu.sheets;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: at blanks, within a word only where it is longer than a line, with an ellipsis at the end. */
final class LineBreaker {
    private static final String ELLIPSIS = "…";

    private final TextStyle style;
    private final double width;

    LineBreaker(TextStyle style, double width) {
        this.style = style;
        this.width = width;
    }

    /** At most this many lines; the last ends with an ellipsis if the text goes on. */
    List<String> lines(String text, int linesMax) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && lines.size() < linesMax - 1) {
            int end = end(rest);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(shortened(rest));
        }
        return lines;
    }

    private boolean fits(String text) {
        return style.width(text) <= width;
    }

    /** Where the first line of the text ends. */
    private int end(String text) {
        if (fits(text)) {
            return text.length();
        }
        int longest = longest(text, "");
        int blank = text.lastIndexOf(' ', longest);
        return blank > 0 ? blank : longest;
    }

    private String shortened(String text) {
        return fits(text) ? text : text.substring(0, longest(text, ELLIPSIS)).stripTrailing() + ELLIPSIS;
    }

    /** How many chars fit in front of this end; whole characters, at least one. */
    private int longest(String text, String end) {
        int fitting = text.offsetByCodePoints(0, 1);
        for (int at = fitting; at < text.length(); ) {
            at = text.offsetByCodePoints(at, 1);
            if (!fits(text.substring(0, at) + end)) {
                break;
            }
            fitting = at;
        }
        return fitting;
    }
}
