package photoset.cpu.removal;

/**
 * How different two patches are apart from their light: one difference for all channels and a little of its colour, as
 * light changes over a surface (gain and bias of Image Melding: Darabi et al. 2012), so that a surface is found again
 * where it is darker.
 */
final class PatchDifference {
    static final int SIDE = 2 * WorkPicture.REACH + 1;

    /** Light explains a difference of so many levels of 255; more is another thing. */
    private static final float LIGHT_MAX = 20;

    /** A channel differs by so much more from the others in a lamp's light or in the sky's. */
    private static final float TINT_MAX = 3;

    /** What light explains still counts a little, so that of two alike patches the one in the same light is taken. */
    private static final float LIGHT_COST = .02f;

    private final WorkPicture picture;
    private final boolean[] seen;
    private final float[] light = new float[WorkPicture.CHANNELS];

    /**
     * Compares patches of one picture.
     *
     * @param seen what of a patch is compared; read anew each time
     */
    PatchDifference(WorkPicture picture, boolean[] seen) {
        this.picture = picture;
        this.seen = seen;
    }

    /** How many pixels of a patch are compared. */
    int size(int target) {
        int size = 0;
        for (int row = -WorkPicture.REACH; row <= WorkPicture.REACH; row++) {
            int from = target + row * picture.columns - WorkPicture.REACH;
            for (int i = from; i < from + SIDE; i++) {
                size += seen[i] ? 1 : 0;
            }
        }
        return size;
    }

    /** What light adds to a channel of the patch that was compared last. */
    float light(int channel) {
        return light[channel];
    }

    /**
     * The sum of squared differences of a patch around a place from one that may be copied; gives up where the best light
     * of the rows so far leaves more than {@code most}.
     */
    float of(int target, int source, float most) {
        float[] rgb = picture.rgb;
        float squares = 0;
        float red = 0;
        float green = 0;
        float blue = 0;
        int count = 0;
        for (int row = -WorkPicture.REACH; row <= WorkPicture.REACH; row++) {
            int here = target + row * picture.columns - WorkPicture.REACH;
            int there = (source + row * picture.columns - WorkPicture.REACH) * 3;
            for (int i = here, at = here * 3; i < here + SIDE; i++, at += 3, there += 3) {
                if (seen[i]) {
                    float dr = rgb[at] - rgb[there];
                    float dg = rgb[at + 1] - rgb[there + 1];
                    float db = rgb[at + 2] - rgb[there + 2];
                    squares += dr * dr + dg * dg + db * db;
                    red += dr;
                    green += dg;
                    blue += db;
                    count++;
                }
            }
            if (count > 0 && squares - (red * red + green * green + blue * blue) / count > most) {
                return Float.MAX_VALUE;
            }
        }
        return count == 0 ? 0 : left(squares, red / count, green / count, blue / count, count);
    }

    private float left(float squares, float red, float green, float blue, int count) {
        float common = (red + green + blue) / 3;
        float lit = explained(0, red, common) + explained(1, green, common) + explained(2, blue, common);
        return Math.max(0, squares - count * lit);
    }

    /** What the light of one channel explains of its mean squared difference. */
    private float explained(int channel, float mean, float common) {
        float by = Math.clamp(common, -LIGHT_MAX, LIGHT_MAX) + Math.clamp(mean - common, -TINT_MAX, TINT_MAX);
        light[channel] = by;
        return by * (2 * mean - by) - LIGHT_COST * by * by;
    }
}
