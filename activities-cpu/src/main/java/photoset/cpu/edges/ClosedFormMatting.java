package photoset.cpu.edges;

import java.util.ArrayList;
import java.util.List;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;

/**
 * The edges of {@link Refinement} solved once more by closed-form matting (Levin, Lischinski, Weiss, A Closed-Form Solution
 * to Natural Image Matting, PAMI 2008): slower by two orders of magnitude, better where hair, leaves and fringes mix with
 * the surface. Only a band around the refined edge is solved, the narrower the longer a mask's edges are; what lies beyond
 * is kept exactly.
 */
public final class ClosedFormMatting {
    /** Half the band in cells of the network: what refinement leaves wrong. */
    private static final double BAND_CELLS = .75;

    private static final double BAND_PX_MIN = 3;

    /**
     * As many take some seconds of a core and 45 MB; above this the band is narrowed. A matte that is solved on a smaller
     * picture instead is worse than the refined edge.
     */
    private static final int UNKNOWNS_MAX = 300_000;

    private static final int ALL = 255;

    private final Raster photo;
    private final int unknownsMax;
    private final int reach;

    private ClosedFormMatting(Raster photo, int unknownsMax) {
        this.photo = photo;
        this.unknownsMax = unknownsMax;
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
        return matted(photo, coarse, UNKNOWNS_MAX);
    }

    /** The same; a mask with more unknowns gets a narrower band, and keeps its refined edge where none is narrow enough. */
    static List<Mask> matted(Raster photo, List<Mask> coarse, int unknownsMax) {
        var refined = Refinement.refined(photo, coarse);
        var matting = new ClosedFormMatting(photo, unknownsMax);
        List<Mask> matted = new ArrayList<>();
        for (Mask mask : refined) {
            matted.add(matting.matted(mask));
        }
        var grid = Grid.over(photo);
        var trimaps = refined.stream()
                .map(mask -> Trimap.of(grid.covered(mask), Refinement.reach(grid)))
                .toList();
        new OverlapResolver(grid, coarse, matted).settle(trimaps);
        return List.copyOf(matted);
    }

    private Mask matted(Mask start) {
        for (int near = reach; near > 0; near /= 2) {
            var unknown = unknown(start, near);
            if (unknown.count() <= unknownsMax) {
                return solved(photo, start, unknown);
            }
        }
        return start;
    }

    /** All that is soft or beside an edge, and what is near it. */
    private static BitMask unknown(Mask mask, int reach) {
        int width = mask.width();
        byte[] levels = mask.levels();
        var edge = new BitMask(width, mask.height());
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

    private static Mask solved(Raster photo, Mask start, BitMask unknown) {
        var laplacian = new MattingLaplacian(photo, start, unknown);
        double[] alpha = new ConjugateGradient(laplacian).solved();
        byte[] levels = start.levels().clone();
        for (int i = 0; i < alpha.length; i++) {
            levels[laplacian.pixel(i)] = (byte) Math.round(ALL * Math.clamp(alpha[i], 0, 1));
        }
        return new Mask(start.width(), start.height(), levels);
    }
}
