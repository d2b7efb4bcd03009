package photoset.imaging.instances;

import java.util.Optional;
import photoset.imaging.Downscale;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.QuickSelect;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.imaging.instances.InstanceDescriptor.Section;

/** Describes the instances of one photo. Keeps the photo; safe for use by several threads. */
public final class InstanceDescriber {
    /** A handle of 1 % of the photo's width still has ten pixels, and a photo of 50 MP costs no more than its view. */
    private static final int LONG_SIDE_PX = 1024;

    /** Steps of one byte in a unit of L*, a*, b*: half of what an eye tells apart. */
    private static final int STEPS = 2;

    private static final int QUANTILES = 8;
    private static final int DIRECTIONS = 8;

    /** The photo's median is taken from about so many pixels. */
    private static final int SAMPLES = 4096;

    private final Raster photo;
    private final LinearRgb median;

    /** Looks at an upright photo, or at its view. */
    public InstanceDescriber(Raster photo) {
        this.photo = Downscale.toLongSide(photo, LONG_SIDE_PX);
        this.median = median(this.photo);
    }

    private static LinearRgb median(Raster photo) {
        int step = Math.max(1, photo.pixels() / SAMPLES);
        float[][] channels = new float[3][photo.pixels() / step + 1];
        int count = 0;
        for (int i = step / 2; i < photo.pixels(); i += step, count++) {
            for (int channel = 0; channel < 3; channel++) {
                channels[channel][count] = Srgb.linear(photo.rgb()[3 * i + channel]);
            }
        }
        return new LinearRgb(
                QuickSelect.at(.5, channels[0], count),
                QuickSelect.at(.5, channels[1], count),
                QuickSelect.at(.5, channels[2], count));
    }

    /** Describes an instance that no network has features of. */
    public Optional<InstanceDescriptor> describe(Mask instance) {
        return describe(instance, new float[0]);
    }

    /**
     * Describes an instance.
     *
     * @param instance where it is, of the photo's shape at any size
     * @param features a network's features, pooled under the mask ({@link FeaturePooling}); of one length in an album
     * @return empty if the mask covers nothing at the size that is looked at
     * @throws IllegalArgumentException if there are more than {@link InstanceDescriptor#FEATURES_MAX} features
     */
    public Optional<InstanceDescriptor> describe(Mask instance, float[] features) {
        var mask = instance.resized(photo.width(), photo.height());
        return PixelBox.around(mask).map(box -> describe(mask, box, features));
    }

    private InstanceDescriptor describe(Mask mask, PixelBox box, float[] features) {
        var patch = Patch.of(photo, mask, box, median);
        var descriptor = new InstanceDescriptor.Builder(features.length)
                .putWide(Section.BOX, 0, 65_535.0 * box.x() / photo.width())
                .putWide(Section.BOX, 1, 65_535.0 * box.y() / photo.height())
                .putWide(Section.BOX, 2, 65_535.0 * box.width() / photo.width())
                .putWide(Section.BOX, 3, 65_535.0 * box.height() / photo.height())
                .putWide(Section.PHOTO, 0, 1000.0 * photo.width() / photo.height());
        int[] inner = patch.inner();
        float[][] lab = patch.relativeLab();
        putColors(descriptor, patch, inner, lab);
        putLayout(descriptor, inner, lab);
        putEdges(descriptor, inner, lab[0]);
        putLab(descriptor, Section.SURROUNDINGS, 0, Patch.relative(patch.surroundings(), median));
        return descriptor.putFeatures(features).build();
    }

    private static void putLab(InstanceDescriptor.Builder descriptor, Section section, int index, Lab color) {
        descriptor
                .put(section, index, STEPS * color.l())
                .put(section, index + 1, STEPS * color.a() + InstanceDescriptor.ZERO)
                .put(section, index + 2, STEPS * color.b() + InstanceDescriptor.ZERO);
    }

    /** Burnt pixels have no color, but are as light as can be. */
    private static void putColors(InstanceDescriptor.Builder descriptor, Patch patch, int[] inner, float[][] lab) {
        float[][] values = new float[3][inner.length];
        int colored = 0;
        for (int i = 0; i < inner.length; i++) {
            values[0][i] = lab[0][inner[i]];
            if (!patch.isBurnt(inner[i])) {
                values[1][colored] = lab[1][inner[i]];
                values[2][colored++] = lab[2][inner[i]];
            }
        }
        for (int i = 0; i < QUANTILES; i++) {
            double rank = (i + .5) / QUANTILES;
            descriptor
                    .put(Section.COLORS, i, STEPS * QuickSelect.at(rank, values[0], inner.length))
                    .put(Section.COLORS, QUANTILES + i, signed(QuickSelect.at(rank, values[1], colored)))
                    .put(Section.COLORS, 2 * QUANTILES + i, signed(QuickSelect.at(rank, values[2], colored)));
        }
        descriptor.put(Section.BURNT, 0, STEPS * patch.burntLightness());
    }

    private static double signed(double value) {
        return STEPS * value + InstanceDescriptor.ZERO;
    }

    private static void putLayout(InstanceDescriptor.Builder descriptor, int[] inner, float[][] lab) {
        double[][] sums = new double[Patch.CELLS][4];
        int cell = Patch.SIDE / Patch.GRID;
        for (int pixel : inner) {
            double[] sum = sums[Patch.row(pixel) / cell * Patch.GRID + Patch.column(pixel) / cell];
            for (int channel = 0; channel < 3; channel++) {
                sum[channel] += lab[channel][pixel];
            }
            sum[3]++;
        }
        for (int i = 0; i < Patch.CELLS; i++) {
            double count = Math.max(1, sums[i][3]);
            var mean = new Lab(sums[i][0] / count, sums[i][1] / count, sums[i][2] / count);
            putLab(descriptor, Section.LAYOUT, 3 * i, mean);
            descriptor.put(Section.SEEN, i, 255 * sums[i][3] / (cell * cell));
        }
    }

    /** A histogram of oriented gradients; its root, so that one strong line does not hide the rest (Hellinger). */
    private static void putEdges(InstanceDescriptor.Builder descriptor, int[] inner, float[] lightness) {
        double[] strengths = new double[4 * DIRECTIONS];
        double sum = 1e-9;
        for (int pixel : inner) {
            double dx = lightness[pixel + 1] - lightness[pixel - 1];
            double dy = lightness[Patch.below(pixel)] - lightness[Patch.above(pixel)];
            double turn = (Math.atan2(dy, dx) / Math.PI + 1) % 1;
            int quarter = Patch.row(pixel) * 2 / Patch.SIDE * 2 + Patch.column(pixel) * 2 / Patch.SIDE;
            double strength = Math.sqrt(dx * dx + dy * dy);
            strengths[quarter * DIRECTIONS + (int) Math.round(turn * DIRECTIONS) % DIRECTIONS] += strength;
            sum += strength;
        }
        for (int i = 0; i < strengths.length; i++) {
            descriptor.put(Section.EDGES, i, 255 * Math.sqrt(strengths[i] / sum));
        }
    }
}
