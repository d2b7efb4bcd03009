package photoset.cpu.light;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.UnionFind;

/**
 * The paints of one surface: an accent wall beside a white one, a wall of the next room seen through a door. Each needs a
 * reference of its own, or the dark one comes out black. A shadow is not a part, however deep and sharp.
 */
final class PaintClusters {
    /** Fine enough for a door seen from across a room, coarse enough that grain and joints are averaged out. */
    static final int CELLS = 16_000;

    /** How far from an edge its two sides are compared, in cells: beyond those that show both. */
    private static final int STEP_ASIDE = 2;

    /** Surfaces that do not touch share their light unless it differs by this ratio: another room. */
    private static final double OTHER_ROOM = Math.log(2.2);

    /** A mirrored lamp or window frame is narrower than this share of the long side; a wall is wider. */
    private static final double STREAK_MAX = .12;

    private final SurfaceCells cells;
    private final SurfaceLogs logs;
    private final PaintRegions patches;
    private final UnionFind joined;
    private final int[] part;
    private int count;

    private PaintClusters(SurfaceCells cells) {
        this.cells = cells;
        this.logs = new SurfaceLogs(cells);
        this.patches = PaintRegions.of(cells, logs);
        this.joined = new UnionFind(patches.count());
        this.part = new int[patches.count()];
    }

    static PaintClusters of(Raster photo, Mask share) {
        var parts = new PaintClusters(SurfaceCells.of(photo, share, new CellGrid(photo, CELLS)));
        if (parts.patches.count() > 1) {
            parts.joinWhatOnlyLightDivides();
            parts.joinWhatDoesNotTouch();
        }
        parts.number();
        return parts;
    }

    /** At least 1. */
    int count() {
        return Math.max(1, count);
    }

    /** The part at a pixel; the first where the surface was not seen. */
    int at(int x, int y) {
        int patch = patches.at(cell(x, y));
        return patch == PaintRegions.NONE ? 0 : part[patch];
    }

    /** Whether the cell of a pixel and all around it are of one part. */
    boolean isClear(int x, int y) {
        int here = cell(x, y);
        int wanted = at(x, y);
        for (int direction = 0; direction < 4; direction++) {
            int to = patches.neighbour(here, direction);
            if (to >= 0 && patches.at(to) != PaintRegions.NONE && part[patches.at(to)] != wanted) {
                return false;
            }
        }
        return true;
    }

    private int cell(int x, int y) {
        var grid = cells.grid();
        return y / grid.cellPx() * grid.columns() + x / grid.cellPx();
    }

    private void joinWhatOnlyLightDivides() {
        int[] tops = new int[patches.count()];
        int[] bottoms = new int[patches.count()];
        var borders = borders(tops, bottoms);
        borders.forEach((pair, border) -> {
            int one = pair / patches.count();
            int other = pair % patches.count();
            int height = Math.min(bottoms[one], bottoms[other]) - Math.max(tops[one], tops[other]) + 1;
            if (!border.isPaint(height) || isMirrored(one, other) || isMirrored(other, one)) {
                joined.join(one, other);
            }
        });
    }

    private Map<Integer, Border> borders(int[] tops, int[] bottoms) {
        Arrays.fill(tops, Integer.MAX_VALUE);
        Map<Integer, Border> borders = new HashMap<>();
        int columns = cells.grid().columns();
        for (int i = 0; i < cells.grid().cells(); i++) {
            int here = patches.at(i);
            if (here != PaintRegions.NONE) {
                tops[here] = Math.min(tops[here], i / columns);
                bottoms[here] = Math.max(bottoms[here], i / columns);
                meet(borders, i, 1);
                meet(borders, i, 3);
            }
        }
        return borders;
    }

    private void meet(Map<Integer, Border> borders, int cell, int direction) {
        int next = patches.neighbour(cell, direction);
        if (next < 0 || patches.at(next) == PaintRegions.NONE || patches.at(next) == patches.at(cell)) {
            return;
        }
        int one = aside(cell, direction - 1);
        int other = aside(next, direction);
        if (one >= 0 && other >= 0) {
            boolean ordered = patches.at(one) < patches.at(other);
            int pair = ordered
                    ? patches.at(one) * patches.count() + patches.at(other)
                    : patches.at(other) * patches.count() + patches.at(one);
            int columns = cells.grid().columns();
            borders.computeIfAbsent(pair, key -> new Border(logs))
                    .add(ordered ? one : other, ordered ? other : one, cell % columns, cell / columns);
        }
    }

    /** Some cells on from an edge, as long as it stays within the patch; -1 where the patch is too narrow. */
    private int aside(int cell, int direction) {
        int at = cell;
        for (int step = 0; step < STEP_ASIDE; step++) {
            int next = patches.neighbour(at, direction);
            if (next < 0 || patches.at(next) != patches.at(cell)) {
                return -1;
            }
            at = next;
        }
        return at;
    }

    /** A wall goes on behind a wardrobe; what is seen through a door is lit by other lamps. */
    private void joinWhatDoesNotTouch() {
        for (int one = 0; one < patches.count(); one++) {
            for (int other = one + 1; other < patches.count(); other++) {
                if (joined.find(one) != joined.find(other)
                        && !touch(joined.find(one), joined.find(other))
                        && looksLike(one, other)) {
                    joined.join(one, other);
                }
            }
        }
    }

    private boolean touch(int one, int other) {
        for (int i = 0; i < cells.grid().cells(); i++) {
            if (patches.at(i) != PaintRegions.NONE && joined.find(patches.at(i)) == one) {
                for (int direction = 0; direction < 4; direction++) {
                    int to = patches.neighbour(i, direction);
                    if (to >= 0 && patches.at(to) != PaintRegions.NONE && joined.find(patches.at(to)) == other) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether the first is a streak on the second that is brighter and nearer to white: a lamp mirrored in gloss. */
    private boolean isMirrored(int streak, int around) {
        return median(streak, 0) > median(around, 0) && colorfulness(streak) < colorfulness(around) && isNarrow(streak);
    }

    private double colorfulness(int patch) {
        return Math.hypot(median(patch, 1), median(patch, 2));
    }

    private boolean isNarrow(int patch) {
        int columns = cells.grid().columns();
        int left = columns;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        int area = 0;
        for (int i = 0; i < cells.grid().cells(); i++) {
            if (patches.at(i) == patch) {
                left = Math.min(left, i % columns);
                right = Math.max(right, i % columns);
                top = Math.min(top, i / columns);
                bottom = Math.max(bottom, i / columns);
                area++;
            }
        }
        double width = (double) area / Math.max(right - left + 1, bottom - top + 1);
        return width < STREAK_MAX * Math.max(columns, cells.grid().rows());
    }

    private boolean looksLike(int one, int other) {
        double luminance = median(one, 0) - median(other, 0);
        return Math.abs(luminance) < OTHER_ROOM
                && !Border.isPaint(luminance, median(one, 1) - median(other, 1), median(one, 2) - median(other, 2));
    }

    private double median(int patch, int which) {
        List<Float> values = new ArrayList<>();
        for (int i = 0; i < cells.grid().cells(); i++) {
            if (patches.at(i) == patch) {
                values.add(
                        switch (which) {
                            case 0 -> logs.luminance(i);
                            case 1 -> logs.redGreen(i);
                            default -> logs.blueGreen(i);
                        });
            }
        }
        values.sort(null);
        return values.get(values.size() / 2);
    }

    private void number() {
        for (int patch = 0; patch < part.length; patch++) {
            part[patch] = joined.find(patch) == patch ? count++ : part[joined.find(patch)];
        }
    }
}
