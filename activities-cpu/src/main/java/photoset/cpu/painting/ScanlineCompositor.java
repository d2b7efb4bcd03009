package photoset.cpu.painting;

import photoset.cpu.brushes.Brush;
import photoset.imaging.FlatRuns;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/** One row of the picture in linear light, while its layers are laid, a stretch of equal certainty at a time. */
final class ScanlineCompositor {
    private static final int ALL = 255;

    /** Pixels that a brush gets at once at the most; their colours stay in the first-level cache. */
    private static final int STRETCH_MAX = 512;

    private final Canvas canvas;
    private final int width;
    private final byte[] photo;
    private final byte[] picture;
    private final float[] light;
    private final float[] opacity;
    private final boolean[] painted;
    private final float[] colors = new float[3 * STRETCH_MAX];
    private final float[] before = new float[3 * STRETCH_MAX];
    private final float[] color = new float[3];
    private boolean soft;

    ScanlineCompositor(Raster photo, Canvas canvas) {
        this.canvas = canvas;
        this.width = photo.width();
        this.photo = photo.rgb();
        this.picture = canvas.picture().rgb();
        this.light = new float[width * 3];
        this.opacity = new float[width];
        this.painted = new boolean[width];
    }

    void lay(PreparedLayer layer, int y) {
        var brush = layer.brush();
        if (brush == null) {
            return;
        }
        byte[] levels = layer.share().levels();
        int start = y * width;
        int x = FlatRuns.endOfNothing(levels, start, start + width) - start;
        if (x < width) {
            brush.row(y);
        }
        while (x < width) {
            int sure = FlatRuns.endOfAll(levels, start + x, start + Math.min(width, x + STRETCH_MAX)) - start - x;
            if (sure > 0) {
                cover(brush, x, sure, start);
                x += sure;
            } else {
                int unsure = unsure(levels, start, x);
                mix(layer, brush, x, unsure, y);
                x += unsure;
            }
            x = FlatRuns.endOfNothing(levels, start + x, start + width) - start;
        }
    }

    private int unsure(byte[] levels, int start, int x) {
        int end = x + 1;
        while (end < Math.min(width, x + STRETCH_MAX)
                && levels[start + end] != 0
                && levels[start + end] != (byte) ALL) {
            end++;
        }
        return end - x;
    }

    /** A layer that has all of some pixels: no other one has any, so its colours go straight to the picture. */
    private void cover(Brush brush, int x, int count, int start) {
        int at = (start + x) * 3;
        if (brush.readsSurface()) {
            Srgb.linear(photo, at, 3 * count, colors);
        }
        brush.paint(x, count, colors);
        if (brush.isOpaque()) {
            Srgb.toBytes(colors, 3 * count, picture, at);
            return;
        }
        for (int i = 0; i < count; i++) {
            float hides = brush.opacity(x + i);
            color[0] = colors[3 * i] * hides;
            color[1] = colors[3 * i + 1] * hides;
            color[2] = colors[3 * i + 2] * hides;
            canvas.put(start + x + i, color, 0, hides);
        }
    }

    /** Takes the surface's light out and puts the brush's in. */
    private void mix(PreparedLayer layer, Brush brush, int x, int count, int y) {
        for (int i = 0; i < count; i++) {
            start(x + i, (y * width + x + i) * 3);
            layer.surface().at(x + i, y, color);
            System.arraycopy(color, 0, colors, 3 * i, 3);
        }
        System.arraycopy(colors, 0, before, 0, 3 * count);
        brush.paint(x, count, colors);
        for (int i = 0; i < count; i++) {
            float hides = brush.opacity(x + i);
            float share = layer.share().at(y * width + x + i) * (1f / ALL);
            for (int channel = 0; channel < 3; channel++) {
                int at = 3 * i + channel;
                light[3 * x + at] += share * (hides * colors[at] - before[at]);
            }
            opacity[x + i] -= share * (1 - hides);
        }
    }

    private void start(int x, int pixel) {
        if (!painted[x]) {
            light[x * 3] = Srgb.linear(photo[pixel]);
            light[x * 3 + 1] = Srgb.linear(photo[pixel + 1]);
            light[x * 3 + 2] = Srgb.linear(photo[pixel + 2]);
            opacity[x] = 1;
            painted[x] = true;
            soft = true;
        }
    }

    void write(int y) {
        if (!soft) {
            return;
        }
        soft = false;
        for (int x = 0, pixel = y * width; x < width; x++, pixel++) {
            if (painted[x]) {
                canvas.put(pixel, light, x * 3, opacity[x]);
                painted[x] = false;
            }
        }
    }
}
