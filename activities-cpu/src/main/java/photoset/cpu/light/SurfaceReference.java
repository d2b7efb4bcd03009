package photoset.cpu.light;

import java.util.Arrays;
import java.util.Optional;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.QuickSelect;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.workflows.rendering.Action;

/**
 * The colour that a surface shows where it is lit well: the median of its pixels between the 50th and 80th percentile
 * of lightness, which neither shadows nor highlights move.
 *
 * @param color the median
 * @param pixels the indices of the pixels that it was taken from
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record SurfaceReference(LinearRgb color, int[] pixels) {
    /** Inside the surface: nearly opaque, and this far from its edge. */
    private static final int CORE_LEVEL_MIN = 250;

    private static final int CORE_DISTANCE_PX = 3;

    /** More samples move the median by less than a rounding. */
    private static final int SAMPLES = 80_000;

    /** Fewer than this is no core: a skirting board, a handle. */
    private static final int CORE_PIXELS_MIN = 64;

    /** Half the distance between the percentiles of lightness between which a surface is lit well. */
    private static final double ANCHOR_REACH = .15;

    /** What is brighter is a highlight, wherever the anchor lies. */
    private static final double PERCENTILE_MAX = .97;

    /** Empty if the share is empty. */
    public static Optional<SurfaceReference> of(Raster photo, Mask share) {
        int[] surface = surface(share);
        return surface.length == 0 ? Optional.empty() : Optional.of(wellLit(photo, surface, Action.Recolor.ANCHOR));
    }

    /** Pixels inside a surface, clear of its edge if it is large enough; some of them where it is large. */
    public static int[] inside(Mask share) {
        return surface(share);
    }

    /**
     * The colour of the well lit ones of these pixels, of which there is at least one.
     *
     * @param anchor the percentile of lightness around which they are lit well, as an {@link Action.Recolor} takes it
     */
    public static SurfaceReference of(Raster photo, int[] inside, double anchor) {
        return wellLit(photo, inside, anchor);
    }

    /** The same pixels' median in another picture. */
    public LinearRgb in(Raster picture) {
        return median(picture, pixels);
    }

    private static int[] surface(Mask share) {
        int[] core = core(share, Math.max(1, (int) Math.sqrt((double) share.levels().length / SAMPLES)));
        if (core.length < CORE_PIXELS_MIN) {
            core = core(share, 1);
        }
        if (core.length < CORE_PIXELS_MIN) {
            core = atLeast(share, 128);
        }
        return core.length == 0 ? atLeast(share, 1) : core;
    }

    private static int[] core(Mask share, int step) {
        int[] found = new int[CORE_PIXELS_MIN];
        int count = 0;
        for (int y = 0; y < share.height(); y += step) {
            for (int x = 0; x < share.width(); x += step) {
                int index = y * share.width() + x;
                if (share.at(index) >= CORE_LEVEL_MIN && share.solid(x, y, CORE_DISTANCE_PX, CORE_LEVEL_MIN)) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = index;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int[] atLeast(Mask share, int levelMin) {
        int[] found = new int[Math.toIntExact(share.count(levelMin))];
        for (int i = 0, count = 0; count < found.length; i++) {
            if (share.at(i) >= levelMin) {
                found[count++] = i;
            }
        }
        return found;
    }

    private static SurfaceReference wellLit(Raster photo, int[] surface, double anchor) {
        float[] luminances = new float[surface.length];
        for (int i = 0; i < luminances.length; i++) {
            luminances[i] = photo.at(surface[i]).luminance();
        }
        // Lightness grows with luminance, so their percentiles are the same pixels.
        float[] ranked = luminances.clone();
        float low = QuickSelect.at(anchor - ANCHOR_REACH, ranked, ranked.length);
        float high = QuickSelect.at(Math.min(PERCENTILE_MAX, anchor + ANCHOR_REACH), ranked, ranked.length);
        int[] chosen = new int[surface.length];
        int count = 0;
        for (int i = 0; i < surface.length; i++) {
            if (luminances[i] >= low && luminances[i] <= high) {
                chosen[count++] = surface[i];
            }
        }
        chosen = Arrays.copyOf(chosen, count);
        return new SurfaceReference(median(photo, chosen), chosen);
    }

    private static LinearRgb median(Raster picture, int[] pixels) {
        return new LinearRgb(median(picture, pixels, 0), median(picture, pixels, 1), median(picture, pixels, 2));
    }

    /** Interpolated within the byte on which the middle falls, since half a step is visible in dark colours. */
    private static float median(Raster picture, int[] pixels, int channel) {
        int[] counts = new int[256];
        for (int pixel : pixels) {
            counts[picture.rgb()[pixel * 3 + channel] & 255]++;
        }
        double before = 0;
        int value = 0;
        while (before + counts[value] < pixels.length / 2.0) {
            before += counts[value++];
        }
        double within = (pixels.length / 2.0 - before) / counts[value] - .5;
        return (float) Srgb.decode(Math.clamp((value + within) / 255, 0, 1));
    }
}
