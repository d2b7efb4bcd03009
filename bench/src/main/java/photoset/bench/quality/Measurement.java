package photoset.bench.quality;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import photoset.bench.scenes.Scene;
import photoset.imaging.Blur;
import photoset.imaging.Raster;

/** Takes every figure of pictures of one scene before and after one repaint. */
final class Measurement {
    /** Luminance of the darkest bytes, below which a logarithm shows their steps only. */
    private static final double LUMINANCE_MIN = 1e-3;

    /** From the median of absolute deviations to a standard deviation, for a normal distribution. */
    private static final double SIGMA_OF_MEDIAN = 1.4826;

    private final Scene scene;
    private final Zones zones;
    private final Raster photo;
    private final Raster truth;
    private final LabPlanes photoLab;
    private final LabPlanes truthLab;
    private final double photoNoise;
    private final double truthContrast;
    private final double truthCorrelation;

    Measurement(Scene scene, Zones zones, Repaint repaint) {
        this(scene, zones, scene.photo(repaint.before), scene.truth(repaint.before), scene.truth(repaint.after));
    }

    /** {@code clean} is the photo without noise. */
    Measurement(Scene scene, Zones zones, Raster photo, Raster clean, Raster truth) {
        this.scene = scene;
        this.zones = zones;
        this.photo = photo;
        this.truth = truth;
        this.photoLab = new LabPlanes(photo);
        this.truthLab = new LabPlanes(truth);
        this.photoNoise = noise(photoLab, new LabPlanes(clean));
        this.truthContrast = contrast(truth);
        this.truthCorrelation = correlation(truthLab);
    }

    Raster photo() {
        return photo;
    }

    Raster truth() {
        return truth;
    }

    /** NaN where a scene has no such zone. */
    Map<Figure, Double> of(Raster result) {
        var lab = new LabPlanes(result);
        var figures = differences(lab);
        figures.put(Figure.HIGHLIGHT, mean(differences(lab, zones.sheen())));
        figures.put(Figure.HALO, percentile(differences(lab, zones.band()), .95));
        figures.put(Figure.CORRELATION, correlation(lab) / truthCorrelation);
        figures.put(Figure.CONTRAST, contrast(result) / truthContrast);
        figures.put(Figure.NOISE, noise(lab, truthLab) / photoNoise);
        figures.put(Figure.CLIPPING, clipping(result));
        figures.put(Figure.IN_PROTECT, changed(result, true));
        figures.put(Figure.OUTSIDE, changed(result, false));
        return figures;
    }

    /** What tells ways to paint apart: the differences to the truth inside the surface. */
    Map<Figure, Double> differencesOf(Raster result) {
        return differences(new LabPlanes(result));
    }

    private Map<Figure, Double> differences(LabPlanes lab) {
        double[] inside = differences(lab, zones.core());
        var figures = new EnumMap<Figure, Double>(Figure.class);
        figures.put(Figure.MEDIAN, percentile(inside, .5));
        figures.put(Figure.P95, percentile(inside, .95));
        figures.put(Figure.SHADOW, mean(differences(lab, zones.shadow())));
        return figures;
    }

    private double[] differences(LabPlanes lab, int[] where) {
        double[] differences = new double[where.length];
        for (int i = 0; i < where.length; i++) {
            differences[i] = lab.difference(truthLab, where[i]);
        }
        Arrays.sort(differences);
        return differences;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private double correlation(LabPlanes lab) {
        double product = 0;
        double ours = 0;
        double theirs = 0;
        for (int i : zones.core()) {
            product += lab.across(i) * photoLab.across(i) + lab.down(i) * photoLab.down(i);
            ours += lab.across(i) * lab.across(i) + lab.down(i) * lab.down(i);
            theirs += photoLab.across(i) * photoLab.across(i) + photoLab.down(i) * photoLab.down(i);
        }
        return ours == 0 ? 0 : product / Math.sqrt(ours * theirs);
    }

    /** Of squares of five pixels, so that noise counts little. */
    private double contrast(Raster picture) {
        float[] luminance = new float[picture.pixels()];
        for (int i = 0; i < luminance.length; i++) {
            luminance[i] = picture.at(i).luminance();
        }
        new Blur(picture.width(), picture.height()).box(luminance, 2);
        double sum = 0;
        double square = 0;
        for (int i : zones.core()) {
            double value = Math.log(Math.max(LUMINANCE_MIN, luminance[i]));
            sum += value;
            square += value * value;
        }
        double mean = sum / zones.core().length;
        return Math.sqrt(Math.max(0, square / zones.core().length - mean * mean));
    }

    /** Robust, so that an edge that is drawn another way does not count as noise. */
    private double noise(LabPlanes lab, LabPlanes clean) {
        double[] grain = new double[zones.core().length];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = Math.abs(lab.grain(clean, zones.core()[i]));
        }
        Arrays.sort(grain);
        return SIGMA_OF_MEDIAN * percentile(grain, .5);
    }

    private double clipping(Raster result) {
        long clipped = Arrays.stream(zones.core())
                .filter(i -> isClipped(result, i) && !isClipped(truth, i))
                .count();
        return 100.0 * clipped / zones.core().length;
    }

    private static boolean isClipped(Raster picture, int index) {
        for (int i = index * 3; i < index * 3 + 3; i++) {
            int value = picture.rgb()[i] & 255;
            if (value == 0 || value == 255) {
                return true;
            }
        }
        return false;
    }

    private double changed(Raster result, boolean inProtect) {
        long changed = 0;
        for (int i = 0; i < photo.pixels(); i++) {
            boolean counts =
                    inProtect ? scene.protect().at(i) > 0 : scene.mask().at(i) == 0;
            changed += counts && !result.same(photo, i) ? 1 : 0;
        }
        return changed;
    }
}
