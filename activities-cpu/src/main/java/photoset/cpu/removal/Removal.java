package photoset.cpu.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import photoset.cpu.removal.DetailTransfer.Filled;
import photoset.cpu.surfaces.LocalPlanes;
import photoset.imaging.Mask;
import photoset.imaging.Raster;

/**
 * Takes things out of a photo. What was behind them is not known: what is around goes on. The same order gives the same
 * pixels.
 */
public final class Removal {
    /** Of more than this share of a photo nobody could say what was behind it. */
    public static final double PHOTO_SHARE_MAX = .12;

    /** Of a surface that is covered by more than this, too little is seen to go on. */
    public static final double SURFACE_SHARE_MAX = .6;

    /** So many pixels of a hole are compared with what is around; a larger one is filled in the small. */
    private static final double HOLE_PX_MAX = 16_000;

    /** The same of a hole with its surroundings. */
    private static final double AROUND_PX_MAX = 250_000;

    /** What is around a hole, to each side: in shares of its longer side, and in pixels. */
    private static final double AROUND = .8;

    private static final int AROUND_PX_MIN = 48;

    /** A plane is followed where its surroundings fit so much better: the photo as it is seen is copied exactly. */
    private static final float PLANE_WORTH = .97f;

    private final RemovalOrder order;
    private final HoleMap holes;
    private final Raster result;
    private @Nullable LocalPlanes planes;

    private Removal(RemovalOrder order) {
        this.order = order;
        this.holes = new HoleMap(order);
        this.result = order.photo().copy();
    }

    /**
     * Fills a copy of the photo.
     *
     * @throws RemovalRefused if too much is to be taken out
     */
    public static Removed of(RemovalOrder order) {
        return new Removal(order).removed();
    }

    private Removed removed() {
        var photo = order.photo();
        double share = (double) holes.area() / photo.pixels();
        if (share > PHOTO_SHARE_MAX) {
            throw RemovalRefused.ofPhoto(share);
        }
        var painted = order.painted().stream()
                .map(mask -> new Mask(mask.width(), mask.height(), mask.levels().clone()))
                .toList();
        var transfer = new DetailTransfer(photo, holes, result, painted);
        for (var window : holes.windows()) {
            transfer.fill(window, filled(window));
        }
        return new Removed(result, holes.filled(), painted);
    }

    private Filled filled(Window window) {
        var photo = order.photo();
        int reach = (int) Math.max(AROUND_PX_MIN, AROUND * Math.max(window.width(), window.height()));
        var around = window.grown(reach, photo.width(), photo.height());
        var count = new HoleCount(order, holes, window, around);
        if (count.surfaceShare() > SURFACE_SHARE_MAX) {
            throw RemovalRefused.ofSurface(count.surfaceShare());
        }
        int step = (int) Math.ceil(Math.sqrt(
                Math.max(count.open() / HOLE_PX_MAX, (double) around.width() * around.height() / AROUND_PX_MAX)));
        return filled(window, grids(window, around, reach, step), seed(around));
    }

    /** Of the photo as it is seen and of the planes the one along which what is around goes on best. */
    private Filled filled(Window window, List<WorkGrid> grids, int seed) {
        var reader = new WorkReader(order.photo(), holes, window);
        var best = new Inpainting(reader.read(grids.getFirst()));
        var bestGrid = grids.getFirst();
        for (var grid : grids.subList(1, grids.size())) {
            var other = new Inpainting(reader.read(grid));
            if (other.misfit() < PLANE_WORTH * best.misfit()) {
                best = other;
                bestGrid = grid;
            }
        }
        return new Filled(bestGrid, best.picture(), best.fill(seed));
    }

    private List<WorkGrid> grids(Window window, Window around, int reach, int step) {
        if (planes == null) {
            planes = new LocalPlanes(order.photo());
        }
        var grids = new ArrayList<>(List.of(WorkGrid.flat(around, step)));
        planes.around(window.x(), window.y(), window.right(), window.bottom()).stream()
                .map(toPlane -> WorkGrid.onPlane(toPlane, window, reach, step))
                .filter(grid -> grid.holds(window))
                .forEach(grids::add);
        return grids;
    }

    /** Content decides, not the time: the same photo is filled in the same way. */
    private int seed(Window window) {
        var photo = order.photo();
        var hash = new CRC32();
        for (int y = window.y(); y < window.bottom(); y++) {
            hash.update(photo.rgb(), (y * photo.width() + window.x()) * 3, window.width() * 3);
        }
        return (int) hash.getValue();
    }
}
