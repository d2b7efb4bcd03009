package photoset.cpu.removal;

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

    /** The same of all holes of a photo together: some seconds, however many there are. */
    private static final double ALL_AROUND_PX_MAX = 2_000_000;

    /** What is around a hole, to each side: in shares of its longer side, and in pixels. */
    private static final double AROUND = .8;

    private static final int AROUND_PX_MIN = 48;

    /** A plane is followed where its surroundings fit so much better: the photo as it is seen is copied exactly. */
    private static final float PLANE_WORTH = .97f;

    private final RemovalOrder order;
    private final Runnable progress;
    private final HoleMap holes;
    private final Raster result;
    private @Nullable LocalPlanes planes;

    private Removal(RemovalOrder order, Runnable progress) {
        this.order = order;
        this.progress = progress;
        this.holes = new HoleMap(order);
        this.result = order.photo().copy();
    }

    /**
     * Fills a copy of the photo.
     *
     * @param progress told every some hundred milliseconds that the work goes on; may throw to give up
     * @throws RemovalRefused if too much is to be taken out
     */
    public static Removed of(RemovalOrder order, Runnable progress) {
        return new Removal(order, progress).removed();
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
        var parts = holes.windows().stream().map(this::part).toList();
        double all = parts.stream().mapToDouble(Part::workPixels).sum();
        double coarser = Math.sqrt(Math.max(1, all / ALL_AROUND_PX_MAX));
        for (var part : parts) {
            transfer.fill(part.window, filled(part, (int) Math.ceil(coarser * part.step)));
        }
        return new Removed(result, holes.filled(), painted);
    }

    /**
     * A hole that is filled by itself.
     *
     * @param reach what is looked at around the window, to each side
     * @param step pixels of the photo as one, each way
     */
    private record Part(Window window, Window around, int reach, int step) {
        double workPixels() {
            return (double) around.width() * around.height() / (step * step);
        }
    }

    private Part part(Window window) {
        var photo = order.photo();
        int reach = (int) Math.max(AROUND_PX_MIN, AROUND * Math.max(window.width(), window.height()));
        var around = window.grown(reach, photo.width(), photo.height());
        var count = new HoleCount(order, holes, window, around);
        if (count.surfaceShare() > SURFACE_SHARE_MAX) {
            throw RemovalRefused.ofSurface(count.surfaceShare());
        }
        int step = (int) Math.ceil(Math.sqrt(
                Math.max(count.open() / HOLE_PX_MAX, (double) around.width() * around.height() / AROUND_PX_MAX)));
        return new Part(window, around, reach, step);
    }

    private Filled filled(Part part, int step) {
        progress.run();
        var flat = WorkGrid.flat(part.around, step);
        var reader = new WorkReader(order.photo(), holes, part.window);
        var picture = reader.read(flat);
        if (picture.sources().isEmpty() && step > part.step) {
            return filled(part, part.step);
        }
        var seen = new Inpainting(picture);
        var best = new Choice(flat, seen);
        if (!seen.isPlain()) {
            for (var grid : grids(part.window, part.reach, step)) {
                progress.run();
                best = best.or(new Choice(grid, new Inpainting(reader.read(grid))));
            }
        }
        return new Filled(best.grid, best.filling.picture(), best.filling.fill(seed(part.around), progress));
    }

    /** The photo as it is seen or along a plane. */
    private record Choice(WorkGrid grid, Inpainting filling) {
        /** The one along which what is around goes on best. */
        Choice or(Choice plane) {
            return plane.filling.misfit() < PLANE_WORTH * filling.misfit() ? plane : this;
        }
    }

    private List<WorkGrid> grids(Window window, int reach, int step) {
        if (planes == null) {
            planes = new LocalPlanes(order.photo());
        }
        return planes.around(window.x(), window.y(), window.right(), window.bottom()).stream()
                .map(toPlane -> WorkGrid.onPlane(toPlane, window, reach, step))
                .filter(grid -> grid.holds(window))
                .toList();
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
