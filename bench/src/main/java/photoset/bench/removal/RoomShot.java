package photoset.bench.removal;

import java.util.Arrays;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/**
 * One camera's photo of a room.
 *
 * @param photo with the thing
 * @param truth without it, with the grain of another moment
 * @param thing which pixels show it, softly at its edge
 */
record RoomShot(Raster photo, Raster truth, Mask thing) {
    /**
     * How far a filled photo is from the room without the thing, where the thing was, as CIEDE2000.
     *
     * @param p90 what joints and lines show: they are less than half of most surfaces
     */
    record Difference(double median, double p90) {}

    Difference difference(Raster filled) {
        double[] differences = new double[truth.pixels()];
        int count = 0;
        for (int i = 0; i < truth.pixels(); i++) {
            if (thing.at(i) > 0) {
                differences[count++] = ColorDifference.ciede2000(Lab.of(filled.at(i)), Lab.of(truth.at(i)));
            }
        }
        Arrays.sort(differences, 0, count);
        return new Difference(differences[count / 2], differences[(int) (.9 * count)]);
    }
}
