package photoset.gpu.rooms;

import java.util.Arrays;
import photoset.imaging.Plane;
import photoset.imaging.Raster;

/**
 * How much a picture looks like a room: what the network calls it, and whether what would be painted as a wall can be one.
 * A meadow, a face or a page has no wall; a plain ground behind a thing may be one.
 *
 * @param named share of the picture for which a word of rooms is likelier than any of products, 0 to 1
 * @param framed share that is surely something that a room has beside its walls: floor, ceiling, window, door, cupboard
 * @param colors how far the colours of what would be wall lie from their median, in 8-bit values, brightness apart
 * @param roughness median step between neighbouring pixels there, in 8-bit values
 * @param vegetation share of the picture that would be wall, has the green of leaves and is as uneven as grass, 0 to 1
 */
public record RoomScore(double named, double framed, double colors, double roughness, double vegetation) {
    /** Of sixty views of real rooms and outdoors and twenty other photos, rooms had .43 or more, others .14 or less. */
    private static final double NAMED_MIN = .25;

    /** Grass and gravel had 10 to 16, rooms at most 5. */
    private static final double ROUGHNESS_MAX = 8;

    /** With less of it nothing but the look of the wall speaks for a room. */
    private static final double FRAMED_MIN = .05;

    /** Sky over grass, leaves, clothes had 28 or more, walls of rooms that were taken for backdrops 2 to 16. */
    private static final double PLAIN_COLORS_MAX = 25;

    /** Walls of different paint had up to 51 together; a drawn sky over a meadow, which the network calls walls, 74. */
    private static final double COLORS_MAX = 60;

    /** A meadow or a hedge; no room of the sample rooms and of 48 others had any, green walls among them. */
    private static final double VEGETATION_MIN = .25;

    /** Where so much speaks for a room, leaves are on its wallpaper; a sky that was taken for a ceiling had .25. */
    private static final double FRAMED_SURELY_MIN = .3;

    private static final float SURE = .5f;
    private static final float MAYBE = .3f;
    private static final int LEVELS = 256;

    /**
     * The likeliest of each kind of the network's words, of one size; not copied.
     *
     * @param wall wall and tile
     * @param frame what else a room has
     * @param thing what products are and consist of
     * @param backdrop what stands behind a product
     */
    public record Voices(Plane wall, Plane frame, Plane thing, Plane backdrop) {}

    /**
     * Scores a picture; the same picture has the same score.
     *
     * @param picture of any size; steps are meant at the network's own
     */
    public static RoomScore of(Voices voices, Raster picture) {
        float[] wall = voices.wall.values();
        float[] frame = voices.frame.values();
        float[] thing = voices.thing.values();
        float[] backdrop = voices.backdrop.values();
        int named = 0;
        int framed = 0;
        var look = new Look(picture, voices.wall.width(), voices.wall.height());
        for (int i = 0; i < wall.length; i++) {
            float room = Math.max(wall[i], frame[i]);
            float other = Math.max(thing[i], backdrop[i]);
            named += room > other ? 1 : 0;
            framed += frame[i] > Math.max(SURE, other) ? 1 : 0;
            if (wall[i] > MAYBE || backdrop[i] > Math.max(room, thing[i])) {
                look.add(i);
            }
        }
        double all = wall.length;
        return new RoomScore(named / all, framed / all, look.colors(), look.roughness(), look.vegetation() / all);
    }

    /** Whether there are surfaces to look for; in doubt there are. */
    public boolean isRoom() {
        if (vegetation >= VEGETATION_MIN && framed < FRAMED_SURELY_MIN) {
            return false;
        }
        if (framed >= FRAMED_MIN) {
            return true;
        }
        return roughness <= ROUGHNESS_MAX && colors <= (named >= NAMED_MIN ? COLORS_MAX : PLAIN_COLORS_MAX);
    }

    /** Counts over the pixels that would be wall. */
    private static final class Look {
        /** How much greener than red and than blue leaves are, in 8-bit values: they are rather yellow than blue. */
        private static final int GREEN_MIN = 4;

        private static final int LEAF_MIN = 15;

        /** Lawns had 3 to 8, walls of rooms 0 to 2. */
        private static final int UNEVEN_MIN = 3;

        private final Raster picture;
        private final int columns;
        private final int rows;
        private final int[] redGreen = new int[2 * LEVELS];
        private final int[] yellowBlue = new int[2 * LEVELS];
        private final int[] steps = new int[LEVELS];
        private final int[] stepsOfGreen = new int[LEVELS];

        Look(Raster picture, int columns, int rows) {
            this.picture = picture;
            this.columns = columns;
            this.rows = rows;
        }

        /** One pixel of the voices, seen in the middle of what it stands for. */
        void add(int voice) {
            int x = Math.max(1, (2 * (voice % columns) + 1) * picture.width() / (2 * columns));
            int y = Math.max(1, (2 * (voice / columns) + 1) * picture.height() / (2 * rows));
            int at = y * picture.width() + x;
            int red = level(at, 0);
            int green = level(at, 1);
            redGreen[red - green + LEVELS]++;
            int blue = level(at, 2);
            yellowBlue[(red + green) / 2 - blue + LEVELS]++;
            int step = (Math.abs(grey(at) - grey(at - 1)) + Math.abs(grey(at) - grey(at - picture.width()))) / 2;
            steps[step]++;
            if (green - red >= GREEN_MIN && green - blue >= LEAF_MIN) {
                stepsOfGreen[step]++;
            }
        }

        /** How many pixels; none if they are even, as a green wall is. */
        double vegetation() {
            return median(stepsOfGreen) >= UNEVEN_MIN
                    ? Arrays.stream(stepsOfGreen).sum()
                    : 0;
        }

        private int level(int pixel, int channel) {
            return picture.rgb()[pixel * 3 + channel] & 0xff;
        }

        private int grey(int pixel) {
            return (level(pixel, 0) + level(pixel, 1) + level(pixel, 2)) / 3;
        }

        double colors() {
            return spread(redGreen) + spread(yellowBlue);
        }

        double roughness() {
            return median(steps);
        }

        private static double spread(int[] counts) {
            int median = median(counts);
            long off = 0;
            long count = 0;
            for (int i = 0; i < counts.length; i++) {
                off += (long) counts[i] * Math.abs(i - median);
                count += counts[i];
            }
            return count == 0 ? 0 : (double) off / count;
        }

        /** The lowest if there are none. */
        private static int median(int[] counts) {
            long left = Arrays.stream(counts).asLongStream().sum() / 2;
            int at = 0;
            while (left > 0 && left >= counts[at]) {
                left -= counts[at++];
            }
            return at;
        }
    }
}
