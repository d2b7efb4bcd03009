package photoset.cpu.brushes;

import org.jspecify.annotations.Nullable;
import photoset.cpu.light.SurfaceReference;
import photoset.imaging.LinearRgb;

/** One action on one photo, ready to be laid row by row. Holds the state of a row: one thread, one brush. */
public interface Brush {
    /** Moves to a row of the photo; called before {@link #paint} of that row, rows in rising order. */
    void row(int y);

    /**
     * Replaces what is there by what the action makes of it, for neighbours along the current row: a call for each
     * pixel would cost as much as the paint.
     *
     * @param x the first column
     * @param count how many pixels
     * @param rgb linear light of the surface, three values a pixel from the start on, or anything unless
     *     {@link #readsSurface}; results may leave 0 to 1
     */
    void paint(int x, int count, float[] rgb);

    /** Whether what it lays depends on each pixel of the surface, or only on what was learned of the whole. */
    default boolean readsSurface() {
        return true;
    }

    /** Whether it makes a surface so much lighter that a trace of something bright in a pixel would glow. */
    default boolean amplifies() {
        return false;
    }

    /** Whether all that it lays hides what is behind the picture, so that {@link #opacity} is 1 everywhere. */
    default boolean isOpaque() {
        return true;
    }

    /** How much of what it lays at a column of the current row hides what is behind the picture: 1 all, 0 nothing. */
    default float opacity(int x) {
        return 1;
    }

    /** The colour that a action aims at and where it should be seen; null where it has no such aim. */
    default @Nullable Aim aim() {
        return null;
    }

    /** A colour that is wanted at the well lit part of a surface. */
    record Aim(SurfaceReference surface, LinearRgb target) {}
}
