package photoset.bench.products;

import java.util.List;

/** What a product stands on and before. */
public enum Ground {
    /** Light grey paper. */
    PLAIN,
    /** Grey paper under a lamp at one side, before a wall. */
    GRADIENT,
    /** Boards of different tone with joints. */
    BOARDS,
    /** A knitted cloth in two colors. */
    CLOTH,
    /** Light paper with boxes and bottles behind and beside the product. */
    CLUTTERED;

    private static final List<Solid> PROPS = List.of(
            new Solid(-.95, .9, .22, .2, .55, .3),
            new Solid(.85, 1.1, .13, 0, .8, 0),
            new Solid(1.25, .5, .2, .16, .3, -.5),
            new Solid(-.75, -.12, .09, 0, .25, 0));

    /** What stands around. */
    List<Solid> props() {
        return this == CLUTTERED ? PROPS : List.of();
    }

    /** The color of the ground at a place, as reflectances of red, green and blue. */
    double[] color(double x, double y) {
        return switch (this) {
            case PLAIN, CLUTTERED -> new double[] {.62, .62, .60};
            case GRADIENT -> grey(.5 * Math.exp(.25 * x - .12 * y));
            case BOARDS -> boards(x, y);
            case CLOTH -> cloth(x, y);
        };
    }

    private static double[] grey(double light) {
        return new double[] {light, light, light};
    }

    private static double[] boards(double x, double y) {
        double board = Math.floor((x + .2 * y) / .33);
        double within = (x + .2 * y) / .33 - board;
        double tone = 1 + .14 * Math.sin(board * 12.9898) + .04 * Math.sin(90 * within + 3 * y);
        double joint = within < .03 ? .45 : 1;
        return new double[] {.52 * tone * joint, .40 * tone * joint, .27 * tone * joint};
    }

    private static double[] cloth(double x, double y) {
        double knit = Math.sin(42 * x + 2 * Math.sin(30 * y)) + Math.sin(60 * y + Math.sin(35 * x));
        double share = 1 / (1 + Math.exp(-3 * knit));
        return new double[] {.30 + .35 * share, .52 + .15 * share, .38 + .26 * share};
    }
}
