package photoset.bench.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import photoset.bench.scenes.SceneKind;

/**
 * A bound that a figure keeps over a class of cases.
 *
 * @param words the class, for people
 */
record Limit(Figure figure, String words, Predicate<Case> applies, double min, double max) {
    /** The hard class: neither colour nor, for certain, form tells sheen from light. */
    private static final String NEUTRAL = "sheen on white, grey, black";

    private static final double NO_MAX = Double.POSITIVE_INFINITY;

    /** Every bound of the report. */
    static final List<Limit> ALL = List.of(
            atMost(Figure.MEDIAN, "all but the two below", Limit::isPlain, 1.0),
            atMost(Figure.MEDIAN, "dark to light", Limit::isDarkToLight, 1.1),
            atMost(Figure.MEDIAN, NEUTRAL, Case::isNeutralWithSheen, 2.2),
            atMost(Figure.SHADOW, "all but the two below", Limit::isPlain, 1.5),
            atMost(Figure.SHADOW, "dark to light", Limit::isDarkToLight, 1.9),
            atMost(Figure.SHADOW, NEUTRAL, Case::isNeutralWithSheen, 2.3),
            atMost(Figure.P95, "all but the one below", c -> !c.isNeutralWithSheen(), 3.3),
            atMost(Figure.P95, NEUTRAL, Case::isNeutralWithSheen, 18),
            atMost(Figure.HIGHLIGHT, "all but the two below", Limit::isPlain, 2.2),
            atMost(Figure.HIGHLIGHT, "dark to light", Limit::isDarkToLight, 1.7),
            atMost(Figure.HIGHLIGHT, NEUTRAL, Case::isNeutralWithSheen, 16),
            atMost(Figure.HALO, "all but the one below", c -> !c.isNeutralWithSheen(), 12),
            atMost(Figure.HALO, NEUTRAL, Case::isNeutralWithSheen, 12),
            between(Figure.CORRELATION, "all but the one below", c -> !c.isNeutralWithSheen(), .95, NO_MAX),
            between(Figure.CORRELATION, NEUTRAL, Case::isNeutralWithSheen, .90, NO_MAX),
            between(Figure.CONTRAST, "all but the two below", Limit::isPlain, .95, 1.05),
            between(Figure.CONTRAST, "dark to light", Limit::isDarkToLight, .89, 1.05),
            between(Figure.CONTRAST, NEUTRAL, Case::isNeutralWithSheen, .60, 2),
            atMost(Figure.NOISE, "all but dark to light", c -> !c.repaint().isDarkToLight(), 1.5),
            atMost(Figure.NOISE, "dark to light", c -> c.repaint().isDarkToLight(), 2),
            atMost(Figure.CLIPPING, "all", c -> true, .5),
            atMost(Figure.IN_PROTECT, "all", c -> true, 0),
            atMost(Figure.OUTSIDE, "all", c -> true, 0));

    private static boolean isPlain(Case what) {
        return !what.repaint().isDarkToLight() && !what.isNeutralWithSheen();
    }

    private static boolean isDarkToLight(Case what) {
        return what.repaint().isDarkToLight() && !what.isNeutralWithSheen();
    }

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

    /** One surface in one paint that gets another. */
    record Case(SceneKind kind, Repaint repaint) {
        boolean isNeutralWithSheen() {
            return kind.sheen() && repaint.isNeutral();
        }

        String words() {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + repaint.words();
        }
    }
}
