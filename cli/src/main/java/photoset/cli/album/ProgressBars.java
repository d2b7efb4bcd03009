package photoset.cli.album;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One bar for each photo: drawn again in place on a terminal, one line for each change elsewhere. */
public final class ProgressBars {
    private static final int WIDTH = 20;
    private static final String UP_ONE_LINE = "\u001b[1A";
    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final PhotoFolder album;
    private final Map<Integer, String> shown = new HashMap<>();

    public ProgressBars(PrintStream out, boolean terminal, PhotoFolder album) {
        this.out = out;
        this.terminal = terminal;
        this.album = album;
    }

    /** Shows the items of a job as they are now. */
    public void show(JsonNode items) {
        if (terminal && !shown.isEmpty()) {
            out.print((UP_ONE_LINE + CLEAR_LINE).repeat(items.size()));
        }
        for (var item : items) {
            int idx = item.path("idx").intValue();
            var line = line(idx, item);
            if (terminal || !line.equals(shown.get(idx))) {
                out.println(line);
            }
            shown.put(idx, line);
        }
        out.flush();
    }

    private String line(int idx, JsonNode item) {
        var status = item.path("status").asString();
        int filled = WIDTH * percent(status) / 100;
        var bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
        var reason = item.path("error").path("message").asString("");
        return "  %-20s [%s] %3d%% %s %s"
                .formatted(album.name(idx), bar, percent(status), status, reason)
                .stripTrailing();
    }

    private static int percent(String status) {
        return switch (status) {
            case "pending" -> 0;
            case "running" -> 50;
            default -> 100; // the API's word, not a type of ours
        };
    }
}
