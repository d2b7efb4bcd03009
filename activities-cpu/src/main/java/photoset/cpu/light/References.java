package photoset.cpu.light;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/** The colour of every part of a surface, and the part of every cell of a grid. */
final class References {
    /** Below this luminance (8-bit values under 10) a step of one byte is a tenth of the light; ratios are noise. */
    private static final float LUMINANCE_MIN = .003f;

    /** Fewer pixels tell nothing about a part. */
    private static final int PIXELS_MIN = 64;

    /** As a share of a cell's luminance: what is mirrored beyond it makes the paint look paler. */
    private static final float MIRRORED_MAX = .02f;

    private final Raster photo;
    private final CellGrid grid;
    private final int[] inside;
    private final double anchor;
    private final byte[] parts;
    private final boolean[] clear;
    private final List<SurfaceReference> surfaces = new ArrayList<>();

    private References(Raster photo, Mask share, CellGrid grid, double anchor) {
        this.photo = photo;
        this.grid = grid;
        this.inside = SurfaceReference.inside(share);
        this.anchor = anchor;
        this.parts = new byte[grid.cells()];
        this.clear = new boolean[grid.cells()];
    }

    static References of(Raster photo, Mask share, CellGrid grid, double anchor) {
        var references = new References(photo, share, grid, anchor);
        references.measure(PaintClusters.of(photo, share));
        return references;
    }

    private void measure(PaintClusters found) {
        for (int i = 0; i < parts.length; i++) {
            int x = Math.min(photo.width() - 1, i % grid.columns() * grid.cellPx() + grid.cellPx() / 2);
            int y = Math.min(photo.height() - 1, i / grid.columns() * grid.cellPx() + grid.cellPx() / 2);
            parts[i] = (byte) found.at(x, y);
            clear[i] = found.count() == 1 || found.isClear(x, y);
        }
        var whole = SurfaceReference.of(photo, inside, anchor);
        for (int part = 0; part < found.count(); part++) {
            surfaces.add(found.count() == 1 ? whole : reference(part, i -> true, whole));
        }
    }

    /** A part without a core of its own gets the other colour. */
    private SurfaceReference reference(int part, IntPredicate counts, SurfaceReference otherwise) {
        int width = photo.width();
        int[] mine = new int[inside.length];
        int count = 0;
        for (int i : inside) {
            int cell = i / width / grid.cellPx() * grid.columns() + i % width / grid.cellPx();
            if (parts[cell] == part && clear[cell] && counts.test(cell)) {
                mine[count++] = i;
            }
        }
        mine = Arrays.copyOf(mine, count);
        return mine.length < PIXELS_MIN ? otherwise : SurfaceReference.of(photo, mine, anchor);
    }

    /** Measures again where next to nothing is mirrored: a wide sheen makes a paint look paler than it is. */
    void measureWithout(float[] sheen, SurfaceCells cells) {
        for (int part = 0; part < surfaces.size(); part++) {
            surfaces.set(
                    part,
                    reference(part, cell -> sheen[cell] < MIRRORED_MAX * cells.luminance(cell), surfaces.get(part)));
        }
    }

    int count() {
        return surfaces.size();
    }

    /** The part whose colour was taken from the most pixels. */
    SurfaceReference main() {
        var main = surfaces.getFirst();
        for (var surface : surfaces) {
            main = surface.pixels().length > main.pixels().length ? surface : main;
        }
        return main;
    }

    LinearRgb color(int part) {
        return surfaces.get(part).color();
    }

    /** The luminance by which light is divided. */
    float luminance(int part) {
        return Math.max(LUMINANCE_MIN, color(part).luminance());
    }

    float mainLuminance() {
        return Math.max(LUMINANCE_MIN, main().color().luminance());
    }

    int part(int cell) {
        return parts[cell];
    }

    /** Whether no other part is near the cell. */
    boolean isClear(int cell) {
        return clear[cell];
    }

    /** The cells' weights, 0 outside a part and where it meets another. */
    float[] only(int part, SurfaceCells cells) {
        float[] counted = cells.weights();
        for (int i = 0; i < counted.length; i++) {
            counted[i] = parts[i] == part && clear[i] ? counted[i] : 0;
        }
        return counted;
    }
}
