package photoset.gpu.pictures;

/** CIE 1976 L*a*b* of sRGB under D65, smoothed; for comparing colours of one photo, not for measuring them. */
public final class Lab {
    private static final int STEPS = 1 << 12;

    private static final float[] LINEAR = linear();
    private static final float[] ROOT = root();

    /** Gaussian of sigma 1, seven taps. */
    private static final float[] KERNEL = {.0044f, .0540f, .2420f, .3991f, .2420f, .0540f, .0044f};

    private Lab() {}

    private static float[] linear() {
        var table = new float[256];
        for (int i = 0; i < table.length; i++) {
            double c = i / 255.0;
            table[i] = (float) (c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4));
        }
        return table;
    }

    private static float[] root() {
        var table = new float[STEPS + 2];
        for (int i = 0; i < table.length; i++) {
            double t = (double) i / STEPS;
            table[i] = (float) (t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116);
        }
        return table;
    }

    /** Three planes, row by row: lightness 0 to 100, green to red, blue to yellow. */
    public static float[][] blurred(Picture picture) {
        int pixels = picture.width() * picture.height();
        byte[] rgb = picture.rgb();
        var lab = new float[3][pixels];
        for (int i = 0; i < pixels; i++) {
            float r = LINEAR[rgb[3 * i] & 0xff];
            float g = LINEAR[rgb[3 * i + 1] & 0xff];
            float b = LINEAR[rgb[3 * i + 2] & 0xff];
            // Rows of the sRGB to XYZ matrix (IEC 61966-2-1), divided by the white point.
            float x = ROOT[(int) ((.43395f * r + .37622f * g + .18983f * b) * STEPS)];
            float y = ROOT[(int) ((.21264f * r + .71516f * g + .07219f * b) * STEPS)];
            float z = ROOT[(int) ((.01776f * r + .10947f * g + .87277f * b) * STEPS)];
            lab[0][i] = 116 * y - 16;
            lab[1][i] = 500 * (x - y);
            lab[2][i] = 200 * (y - z);
        }
        for (float[] plane : lab) {
            blur(plane, picture.width(), picture.height());
        }
        return lab;
    }

    private static void blur(float[] plane, int width, int height) {
        var line = new float[Math.max(width, height) + KERNEL.length];
        for (int y = 0; y < height; y++) {
            blurLine(plane, y * width, 1, width, line);
        }
        for (int x = 0; x < width; x++) {
            blurLine(plane, x, width, height, line);
        }
    }

    private static void blurLine(float[] plane, int start, int step, int length, float[] line) {
        int reach = KERNEL.length / 2;
        for (int i = -reach; i < length + reach; i++) {
            line[i + reach] = plane[start + Math.clamp(i, 0, length - 1) * step];
        }
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int k = 0; k < KERNEL.length; k++) {
                sum += KERNEL[k] * line[i + k];
            }
            plane[start + i * step] = sum;
        }
    }
}
