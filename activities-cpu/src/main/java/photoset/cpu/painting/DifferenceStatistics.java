package photoset.cpu.painting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.function.IntPredicate;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.Raster;

/**
 * How far colours moved, in CIEDE2000, over a regular sample of pixels.
 *
 * @param samples pixels that were measured
 */
public record DifferenceStatistics(
        @JsonProperty("samples") int samples,
        @JsonProperty("median") double median,
        @JsonProperty("p95") double p95,
        @JsonProperty("p99") double p99,
        @JsonProperty("max") double max) {
    /** Pixels looked at, chosen or not; percentiles move by less than a hundredth with more. */
    private static final int LOOKS = 60_000;

    /** Measures the chosen pixels of the sample; all zero when none is chosen. */
    public static DifferenceStatistics of(Raster before, Raster after, IntPredicate chosen) {
        // Odd, so that the even widths of cameras do not make it visit few columns only.
        int stride = Math.max(1, before.pixels() / LOOKS) | 1;
        double[] differences = new double[before.pixels() / stride + 1];
        int count = 0;
        for (int i = 0; i < before.pixels(); i += stride) {
            if (chosen.test(i)) {
                differences[count++] = before.same(after, i)
                        ? 0
                        : ColorDifference.ciede2000(Lab.of(before.at(i)), Lab.of(after.at(i)));
            }
        }
        double[] sorted = Arrays.copyOf(differences, count);
        Arrays.sort(sorted);
        return new DifferenceStatistics(
                count, percentile(sorted, .5), percentile(sorted, .95), percentile(sorted, .99), percentile(sorted, 1));
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : Math.round(sorted[(int) (share * (sorted.length - 1))] * 100) / 100.0;
    }
}
