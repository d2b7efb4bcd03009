package photoset.cpu.shadows;

import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;
import photoset.imaging.regions.Distances;

/**
 * The soft shadow where a thing stands or leans: beside it, darker than what is farther out, and brightening all the way
 * there without an edge. A shadow with an edge, a glow, and what is beside a thin thing are left.
 */
public final class ShadowBeside {
    /** A part of a mask with less is its soft edge. */
    private static final int CORE_MIN = 26;

    /** So far beside a thing its shadow is followed, in shares of the photo's long side, and of the thing's thickness. */
    private static final double REACH = .016;

    private static final double REACH_OF_THING = .2;

    /** What is farther out is so much brighter. */
    private static final float BRIGHTER_MIN = 1.12f;

    /** From one look to the next light does not fall by more than grain, nor rise by more than a soft shadow's. */
    private static final float DARKER_MAX = 3;

    private static final float RISE_MAX = 12;

    private static final int LOOK_PX = 2;

    /** What is no wider than twice this is a joint or a line. */
    private static final int THIN_PX = 3;

    /** Less, in shares of the thing, is something that lies beside it. */
    private static final double AREA_MIN = .04;

    private final Raster photo;
    private final Mask thing;
    private int left;
    private int top;
    private int columns;
    private int rows;
    private int area;

    private ShadowBeside(Raster photo, Mask thing) {
        this.photo = photo;
        this.thing = thing;
    }

    /**
     * A thing with its shadow.
     *
     * @param beyond so many pixels around the thing are left out, since they show its blurred edge
     * @return the mask itself where there is no shadow
     */
    public static Mask with(Raster photo, Mask thing, int beyond) {
        return new ShadowBeside(photo, thing).found(beyond);
    }

    private Mask found(int beyond) {
        int reach = look();
        if (reach < 2 * beyond) {
            return thing;
        }
        var shadow = shadow(beyond, reach);
        if (shadow.isEmpty()) {
            return thing;
        }
        byte[] levels = thing.levels().clone();
        for (int i = shadow.next(0); i < shadow.size(); i = shadow.next(i + 1)) {
            levels[(top + i / columns) * photo.width() + left + i % columns] = (byte) 255;
        }
        return new Mask(thing.width(), thing.height(), levels);
    }

    private BitMask shadow(int beyond, int reach) {
        float[] away = away();
        var dark = new BitMask(columns, rows);
        for (int y = 1; y < rows - 1; y++) {
            for (int x = 1, i = y * columns + 1; x < columns - 1; x++, i++) {
                if (away[i] > beyond && away[i] <= reach && isShadow(away, x, y, 2 * reach)) {
                    dark.add(i);
                }
            }
        }
        var wide = dark.inverse().grown(THIN_PX).inverse().grown(THIN_PX);
        var large = new BitMask(columns, rows);
        ConnectedComponents.forEach(wide, Connectivity.EIGHT, component -> {
            int[] pixels = component.pixels();
            for (int k = 0; k < pixels.length && pixels.length >= AREA_MIN * area; k++) {
                large.add(pixels[k]);
            }
        });
        return large;
    }

    /** Looks at all around the thing that its shadow may reach; how far that is. */
    private int look() {
        int right = -1;
        int bottom = -1;
        left = photo.width();
        top = photo.height();
        for (int y = 0, i = 0; y < photo.height(); y++) {
            for (int x = 0; x < photo.width(); x++, i++) {
                if (thing.at(i) >= CORE_MIN) {
                    area++;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        int longest = Math.max(1, Math.max(right - left, bottom - top));
        int reach = (int) Math.min(REACH * Math.max(photo.width(), photo.height()), REACH_OF_THING * area / longest);
        left = Math.max(0, left - 3 * reach);
        top = Math.max(0, top - 3 * reach);
        columns = Math.min(photo.width(), right + 3 * reach) - left;
        rows = Math.min(photo.height(), bottom + 3 * reach) - top;
        return reach;
    }

    private float[] away() {
        float[] away = new float[columns * rows];
        for (int i = 0; i < away.length; i++) {
            int pixel = (top + i / columns) * photo.width() + left + i % columns;
            away[i] = thing.at(pixel) >= CORE_MIN ? 0 : Float.MAX_VALUE;
        }
        Distances.spread(away, columns);
        return away;
    }

    private boolean isShadow(float[] away, int x, int y, int out) {
        int i = y * columns + x;
        float dx = away[i + 1] - away[i - 1];
        float dy = away[i + columns] - away[i - columns];
        float length = (float) Math.sqrt(dx * dx + dy * dy);
        if (length < 1) {
            return false;
        }
        float first = light(x, y);
        float before = first;
        for (float far = away[i] + LOOK_PX; far <= out; far += LOOK_PX) {
            float by = (far - away[i]) / length;
            int column = Math.round(x + by * dx);
            int row = Math.round(y + by * dy);
            if (column < 1 || column >= columns - 1 || row < 1 || row >= rows - 1) {
                return false;
            }
            float here = light(column, row);
            if (here < before - DARKER_MAX || here > before + RISE_MAX) {
                return false;
            }
            before = Math.max(before, here);
        }
        return before > BRIGHTER_MIN * first;
    }

    /** The mean of nine pixels, in levels of 255. */
    private float light(int x, int y) {
        int sum = 0;
        for (int row = top + y - 1; row <= top + y + 1; row++) {
            int at = 3 * (row * photo.width() + left + x - 1);
            for (int k = at; k < at + 9; k++) {
                sum += photo.rgb()[k] & 255;
            }
        }
        return sum / 27f;
    }
}
