package photoset.cpu.edges;

import java.util.ArrayList;
import java.util.List;
import photoset.cpu.grid.BitField;
import photoset.cpu.grid.Grid;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Reduction;

/**
 * The edges of {@link Refinement} solved once more by closed-form matting (Levin, Lischinski, Weiss, A Closed-Form Solution
 * to Natural Image Matting, PAMI 2008): slower by two orders of magnitude, better where hair, leaves and fringes mix with
 * the surface. Only a band around the refined edge is solved; what lies beyond is kept exactly.
 */
public final class ClosedFormMatting {
    /** Half the band in cells of the network: what refinement leaves wrong. */
    private static final double BAND_CELLS = .75;

    private static final double BAND_PX_MIN = 3;

    /** More unknowns take a minute and 100 MB; above this the matte is solved on a smaller picture. */
    private static final int UNKNOWNS_MAX = 300_000;

    private static final int ALL = 255;

    private final Raster photo;
    private final int reach;

    private ClosedFormMatting(Raster photo) {
        this.photo = photo;
        double cell = Grid.over(photo).cellPx();
        this.reach = (int) Math.ceil(Math.max(BAND_PX_MIN, BAND_CELLS * cell));
    }

    /**
     * Mattes masks of one photo; the same input gives the same bytes. Takes at most 7 bytes of memory for each pixel and
     * 60 MB for the equations.
     *
     * @param coarse as for {@link Refinement#refined}
     * @return one mask for each of {@code coarse}, in the same order
     * @throws IllegalArgumentException if a mask has another size than the photo
     */
    public static List<Mask> matted(Raster photo, List<Mask> coarse) {
        var refined = Refinement.refined(photo, coarse);
        var matting = new ClosedFormMatting(photo);
        List<Mask> matted = new ArrayList<>();
        for (Mask mask : refined) {
            matted.add(matting.matted(mask));
        }
        var grid = Grid.over(photo);
        var trimaps = refined.stream()
                .map(mask -> Trimap.of(grid.covered(mask), Refinement.reach(grid)))
                .toList();
        new Meeting(grid, coarse, matted).settle(trimaps);
        return List.copyOf(matted);
    }

    private Mask matted(Mask start) {
        var unknown = unknown(start, reach);
        int count = unknown.count();
        if (count <= UNKNOWNS_MAX) {
            return solved(photo, start, unknown);
        }
        double shrink = Math.sqrt((double) UNKNOWNS_MAX / count);
        var small = Reduction.toLongSide(photo, (int) (Math.max(photo.width(), photo.height()) * shrink));
        var smallStart = start.scaledTo(small.width(), small.height());
        var smallUnknown = unknown(smallStart, (int) Math.ceil(reach * shrink));
        var enlarged = solved(small, smallStart, smallUnknown).scaledTo(start.width(), start.height());
        return within(unknown, enlarged, start);
    }

    private static Mask within(BitField unknown, Mask inside, Mask outside) {
        byte[] levels = outside.levels().clone();
        for (int i = unknown.next(0); i < levels.length; i = unknown.next(i + 1)) {
            levels[i] = inside.levels()[i];
        }
        return new Mask(outside.width(), outside.height(), levels);
    }

    /** All that is soft or beside an edge, and what is near it. */
    private static BitField unknown(Mask mask, int reach) {
        int width = mask.width();
        byte[] levels = mask.levels();
        var edge = new BitField(width, mask.height());
        for (int i = 0; i < levels.length; i++) {
            boolean soft = levels[i] != 0 && levels[i] != (byte) ALL;
            boolean right = (i + 1) % width != 0 && levels[i] != levels[i + 1];
            boolean below = i + width < levels.length && levels[i] != levels[i + width];
            if (soft || right || below) {
                edge.add(i);
            }
        }
        return edge.grown(reach);
    }

    private static Mask solved(Raster photo, Mask start, BitField unknown) {
        var laplacian = new MattingLaplacian(photo, start, unknown);
        double[] alpha = new ConjugateGradient(laplacian).solved();
        byte[] levels = start.levels().clone();
        for (int i = 0; i < alpha.length; i++) {
            levels[laplacian.pixel(i)] = (byte) Math.round(ALL * Math.clamp(alpha[i], 0, 1));
        }
        return new Mask(start.width(), start.height(), levels);
    }
}
