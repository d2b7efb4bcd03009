package photoset.bench.quality;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import photoset.bench.quality.Limit.Case;

/** The table on standard output and what of it keeps the limits. */
final class QualityReport {
    /** What is shown of the simpler ways to paint. */
    private static final List<Figure> COMPARED = List.of(Figure.MEDIAN, Figure.P95, Figure.SHADOW);

    private static final String CASE = "%-12s %-19s";

    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();

    QualityReport(PrintStream out) {
        this.out = out;
    }

    private record Row(Case what, Map<Figure, Double> figures) {}

    void head() {
        var line = new StringBuilder(CASE.formatted("scene", "repaint"));
        for (Figure figure : Figure.values()) {
            line.append("%6s".formatted(figure.column()));
        }
        for (Baseline baseline : Baseline.values()) {
            line.append(" |%18s".formatted(baseline.title() + ": " + "med p95 shad"));
        }
        out.println(line);
    }

    void row(Case what, Map<Figure, Double> ours, Map<Baseline, Map<Figure, Double>> others) {
        rows.add(new Row(what, ours));
        var kind = what.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var line = new StringBuilder(CASE.formatted(kind, what.repaint().words()));
        for (Figure figure : Figure.values()) {
            line.append(number(figure, ours.getOrDefault(figure, Double.NaN)));
        }
        others.forEach((baseline, figures) -> {
            line.append(" |");
            COMPARED.forEach(figure -> line.append(number(figure, figures.getOrDefault(figure, Double.NaN))));
        });
        out.println(line);
    }

    private static String number(Figure figure, double value) {
        if (Double.isNaN(value)) {
            return "     -";
        }
        return figure.isCount()
                ? "%6d".formatted((long) value)
                : String.format(Locale.ROOT, value >= 100 ? "%6.0f" : "%6.2f", value);
    }

    /** Prints each limit with the case that is nearest to it or farthest beyond; whether all are kept. */
    boolean summary() {
        out.println();
        boolean all = true;
        for (Limit limit : Limit.ALL) {
            all &= judged(limit);
        }
        return all;
    }

    private boolean judged(Limit limit) {
        var judged = rows.stream()
                .filter(row -> limit.applies().test(row.what()))
                .filter(row -> !Double.isNaN(value(row, limit)))
                .toList();
        var worst = judged.stream().max(Comparator.comparingDouble(row -> limit.excess(value(row, limit))));
        if (worst.isEmpty()) {
            return true;
        }
        long missed =
                judged.stream().filter(row -> !limit.holds(value(row, limit))).count();
        line(
                missed == 0,
                "%-6s %-36s %s".formatted(limit.figure().column(), limit.words(), range(limit)),
                "worst %s (%s)"
                                .formatted(
                                        number(limit.figure(), value(worst.get(), limit))
                                                .strip(),
                                        worst.get().what().words())
                        + (missed > 0 ? ", missed by " + missed + " of " + judged.size() : ""));
        return missed == 0;
    }

    /** One line of the summary. */
    void line(boolean kept, String limit, String found) {
        out.printf(Locale.ROOT, "%-4s %-62s %s%n", kept ? "pass" : "FAIL", limit, found);
    }

    private static double value(Row row, Limit limit) {
        return row.figures().getOrDefault(limit.figure(), Double.NaN);
    }

    private static String range(Limit limit) {
        if (limit.min() == Double.NEGATIVE_INFINITY) {
            return String.format(Locale.ROOT, "<= %.2f", limit.max());
        }
        return limit.max() == Double.POSITIVE_INFINITY
                ? String.format(Locale.ROOT, ">= %.2f", limit.min())
                : String.format(Locale.ROOT, "%.2f to %.2f", limit.min(), limit.max());
    }
}
