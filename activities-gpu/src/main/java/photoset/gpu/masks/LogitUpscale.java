package photoset.gpu.masks;

import photoset.gpu.masks.Instance.Box;
import photoset.imaging.Interpolation;
import photoset.imaging.Mask;
import photoset.imaging.Plane;

/**
 * Draws log odds at another size: bilinear between them, covered where they are positive, which is the order of the
 * reference of SAM 3 (first to the photo's size, then the decision). Nearly sure is sure: log odds beyond
 * {@link #SURE} count as 0 or 255, so that a network's faint doubts do not tint a whole photo.
 */
public final class LogitUpscale {
    /** Log odds of 95 to 5. */
    static final float SURE = 3;

    private static final int STEPS = 64;

    /** From just above zero to sure, in steps of 1 / {@link #STEPS}. */
    private static final byte[] ALPHA = alpha();

    private LogitUpscale() {}

    private static byte[] alpha() {
        var alpha = new byte[(int) (SURE * STEPS) + 1];
        double sure = 1 / (1 + Math.exp(-SURE)) - .5;
        for (int i = 0; i < alpha.length; i++) {
            double share = (1 / (1 + Math.exp(-(double) i / STEPS)) - .5) / sure;
            alpha[i] = (byte) Math.max(Mask.COVERED, Math.round(127.5 + 127.5 * share));
        }
        return alpha;
    }

    /**
     * A part of the mask of {@code width} x {@code height} pixels that the whole plane would give.
     *
     * @param part what to draw, within the whole
     * @return a mask of the part's size
     */
    public static Mask drawn(Plane logOdds, int width, int height, Box part) {
        var across = Interpolation.of(width, logOdds.width());
        var down = Interpolation.of(height, logOdds.height());
        var alpha = new byte[part.w() * part.h()];
        var row = new float[logOdds.width()];
        for (int y = 0, at = 0; y < part.h(); y++) {
            down.mixLines(part.y() + y, logOdds.values(), row);
            for (int x = part.x(); x < part.x() + part.w(); x++, at++) {
                alpha[at] = value(across.mix(x, row[across.low(x)], row[across.high(x)]));
            }
        }
        return new Mask(part.w(), part.h(), alpha);
    }

    private static byte value(float logOdds) {
        int step = Math.min(ALPHA.length - 1, (int) (Math.abs(logOdds) * STEPS));
        return logOdds > 0 ? ALPHA[step] : (byte) (255 - (ALPHA[step] & 0xff));
    }

    /** The smallest part of a mask of {@code width} x {@code height} outside of which {@link #drawn} gives zeros. */
    public static Box extent(Plane logOdds, int width, int height) {
        int left = logOdds.width();
        int right = -1;
        int top = logOdds.height();
        int bottom = -1;
        for (int y = 0, i = 0; y < logOdds.height(); y++) {
            for (int x = 0; x < logOdds.width(); x++, i++) {
                if (logOdds.values()[i] > -SURE) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (right < 0) {
            return new Box(0, 0, 0, 0);
        }
        // A value reaches as far as the centres of its neighbours.
        double across = (double) width / logOdds.width();
        double down = (double) height / logOdds.height();
        int x = (int) Math.max(0, Math.floor((left - .5) * across));
        int y = (int) Math.max(0, Math.floor((top - .5) * down));
        int endX = (int) Math.min(width, Math.ceil((right + 1.5) * across));
        int endY = (int) Math.min(height, Math.ceil((bottom + 1.5) * down));
        return new Box(x, y, endX - x, endY - y);
    }
}
