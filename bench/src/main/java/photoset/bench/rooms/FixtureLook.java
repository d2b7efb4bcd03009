package photoset.bench.rooms;

import java.util.Random;

/**
 * What a fixture looks like; two with one look cannot be told apart by it.
 *
 * @param main linear color of the leaf, the front, the canvas or the sky outside
 * @param second of the frame or the pattern
 * @param third of a second pattern or the ground outside
 * @param style which pattern
 * @param columns panels or panes beside each other
 * @param rows panels or panes above each other
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record FixtureLook(double[] main, double[] second, double[] third, int style, int columns, int rows) {
    private static final int STYLES = 4;

    static FixtureLook random(FixtureKind kind, Random random) {
        return switch (kind) {
            case WINDOW ->
                new FixtureLook(
                        new double[] {.9 + random.nextDouble(), 1.2 + random.nextDouble(), 1.6 + random.nextDouble()},
                        random.nextInt(3) == 0 ? color(random, .05, .3) : gray(random, .6, .85),
                        outdoors(random),
                        random.nextInt(STYLES),
                        1 + random.nextInt(3),
                        1 + random.nextInt(3));
            case DOOR ->
                new FixtureLook(
                        random.nextBoolean() ? color(random, .1, .6) : gray(random, .5, .85),
                        gray(random, .4, .85),
                        color(random, .05, .3),
                        random.nextInt(STYLES),
                        1 + random.nextInt(2),
                        1 + random.nextInt(4));
            case CABINET ->
                new FixtureLook(
                        color(random, .1, .75),
                        gray(random, .05, .3),
                        color(random, .1, .5),
                        random.nextInt(STYLES),
                        1 + random.nextInt(4),
                        1 + random.nextInt(2));
            case LIGHT ->
                new FixtureLook(
                        new double[] {1.6, 1.4, 1.1},
                        gray(random, .1, .7),
                        color(random, .1, .6),
                        random.nextInt(2),
                        1,
                        1);
            case PICTURE ->
                new FixtureLook(
                        color(random, .05, .8),
                        color(random, .05, .8),
                        color(random, .05, .8),
                        random.nextInt(STYLES),
                        1 + random.nextInt(4),
                        1 + random.nextInt(4));
            case SOCKET ->
                new FixtureLook(gray(random, .75, .85), gray(random, .05, .1), gray(random, .5, .6), 0, 1, 1);
        };
    }

    static double[] color(Random random, double low, double high) {
        return new double[] {between(random, low, high), between(random, low, high), between(random, low, high)};
    }

    /** Trees or houses. */
    private static double[] outdoors(Random random) {
        double level = between(random, .2, .9);
        return random.nextBoolean()
                ? new double[] {level * between(random, .4, .8), level, level * between(random, .2, .6)}
                : gray(random, .2, 1);
    }

    private static double[] gray(Random random, double low, double high) {
        double level = between(random, low, high);
        return new double[] {level, level * between(random, .95, 1.02), level * between(random, .85, 1)};
    }

    private static double between(Random random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    boolean isLit(FixtureKind kind, double x, double y) {
        return switch (kind) {
            case WINDOW -> !isFrame(x, y, .06) && !isBar(x, y, .03);
            case LIGHT -> style == 1 || isWithin(x - .5, y - .5, .4);
            case DOOR, CABINET, PICTURE, SOCKET -> false;
        };
    }

    /** Puts the linear color at a place of the fixture, 0 to 1 from its left and top. */
    void paint(FixtureKind kind, double x, double y, double aspect, double[] color) {
        double[] chosen = switch (kind) {
            case WINDOW -> isFrame(x, y, .06) || isBar(x, y, .03) ? second : outside(x, y);
            case DOOR -> door(x, y);
            case CABINET -> isBar(x, y, .015) ? second : main;
            case LIGHT -> style == 1 || isWithin(x - .5, y - .5, .4) ? main : second;
            case PICTURE -> isFrame(x, y, .05) ? second : canvas(x * aspect, y, aspect);
            case SOCKET -> isHole(x, y) ? second : main;
        };
        System.arraycopy(chosen, 0, color, 0, 3);
    }

    private double[] outside(double x, double y) {
        double horizon = .45 + .1 * Math.sin(9 * x + style) + .05 * Math.sin(23 * x + columns);
        return y > horizon ? third : main;
    }

    private double[] door(double x, double y) {
        if (isFrame(x, y, .03)) {
            return second;
        }
        double inX = x * columns - Math.floor(x * columns);
        double inY = y * rows - Math.floor(y * rows);
        boolean panelEdge = isFrame(inX, inY, .14) != isFrame(inX, inY, .1);
        boolean handle = isWithin((x - .88) * .4, y - .55, .018);
        return panelEdge || handle ? third : main;
    }

    private double[] canvas(double x, double y, double aspect) {
        boolean first = switch (style) {
            case 0 -> Math.floorMod((int) (y * 2 * rows + 1), 2) == 0;
            case 1 -> isWithin(x - aspect * columns / 5, y - rows / 5.0, .25);
            case 2 -> x * columns + y * rows < (columns * aspect + rows) / 2.0;
            default -> Math.floorMod((int) (x * 2 * columns) + (int) (y * 2 * rows), 2) == 0;
        };
        boolean spot = isWithin(x - aspect * (.2 + .15 * columns), y - (.2 + .15 * rows), .12);
        return spot ? second : first ? third : main;
    }

    private static boolean isFrame(double x, double y, double width) {
        return x < width || y < width || x > 1 - width || y > 1 - width;
    }

    private boolean isBar(double x, double y, double width) {
        return isLine(x * columns, width * columns) || isLine(y * rows, width * rows);
    }

    private static boolean isLine(double at, double width) {
        return Math.abs(at - Math.rint(at)) < width / 2;
    }

    private static boolean isWithin(double x, double y, double radius) {
        return x * x + y * y < radius * radius;
    }

    private static boolean isHole(double x, double y) {
        return isWithin(x - .33, y - .5, .12) || isWithin(x - .67, y - .5, .12);
    }
}
