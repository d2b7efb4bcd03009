package photoset.standalone.quality;

import java.util.List;
import java.util.function.Predicate;

/**
 * A bound that a figure keeps over a class of cases.
 *
 * @param words the class, for people
 */
record Limit(Figure figure, String words, Predicate<Case> applies, double min, double max) {
    /** Every bound of the report. */
    static final List<Limit> ALL = List.of(
            atMost(Figure.MEDIAN, "all but dark to light", c -> !c.repaint().isDarkToLight(), 1.0),
            atMost(Figure.MEDIAN, "dark to light", c -> c.repaint().isDarkToLight(), 2.0),
            atMost(Figure.SHADOW, "all but dark to light", c -> !c.repaint().isDarkToLight(), 1.5),
            atMost(Figure.SHADOW, "dark to light", c -> c.repaint().isDarkToLight(), 2.5),
            atMost(Figure.P95, "matte, and sheen on chromatic paint", c -> !c.isNeutralWithSheen(), 4),
            atMost(Figure.P95, "sheen on white, grey, black", Case::isNeutralWithSheen, 6),
            atMost(Figure.HIGHLIGHT, "chromatic paint", c -> !c.isNeutralWithSheen(), 2.5),
            atMost(Figure.HALO, "all", c -> true, 12),
            between(Figure.CORRELATION, "all", c -> true, .95, 1),
            between(Figure.CONTRAST, "all", c -> true, .95, 1.05),
            atMost(Figure.NOISE, "all but dark to light", c -> !c.repaint().isDarkToLight(), 1.5),
            atMost(Figure.NOISE, "dark to light", c -> c.repaint().isDarkToLight(), 2.5),
            atMost(Figure.CLIPPING, "all", c -> true, .5),
            atMost(Figure.IN_PROTECT, "all", c -> true, 0),
            atMost(Figure.OUTSIDE, "all", c -> true, 0));

    private static Limit atMost(Figure figure, String words, Predicate<Case> applies, double max) {
        return between(figure, words, applies, Double.NEGATIVE_INFINITY, max);
    }

    private static Limit between(Figure figure, String words, Predicate<Case> applies, double min, double max) {
        return new Limit(figure, words, applies, min, max);
    }

    /** A figure that a case does not have misses nothing. */
    boolean holds(double value) {
        return Double.isNaN(value) || (value >= min && value <= max);
    }

    /** How far beyond the bound, or how near to it if negative. */
    double excess(double value) {
        return Math.max(min - value, value - max);
    }
}
