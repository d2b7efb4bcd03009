package photoset.cpu.edges;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import photoset.cpu.outlines.Outline;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;

/**
 * Brings masks that a network drew at its own resolution to the photo's edges. In a band along each edge the guided
 * filter decides by colour; where colour does not tell the sides apart the coarse edge stays. Everywhere else a mask is 0
 * or 255 afterwards. Masks of lines, which have no inside, are drawn as narrow as the photo shows the lines.
 */
public final class Refinement {
    /** Half the band in cells of the network: how far its edges are off. */
    private static final double BAND_CELLS = 1.25;

    /** Half the band at least; photos no larger than the network's picture have soft edges of this width. */
    private static final double BAND_PX_MIN = 4;

    /** A fit reaches this far beyond the band, in nodes, so that it sees what is sure on both sides. */
    private static final int BEYOND = 3;

    /** A line is so much wider at most than the band on both sides of its middle, in nodes; crossings are. */
    private static final int LINE_BEYOND = 1;

    /** How far a contour of a thing is off, in cells; nine of ten points are nearer, and farther away there are other edges. */
    private static final double OUTLINE_CELLS = 2.5;

    /** Half the band in nodes where the contour was led along the photo's edges before. */
    private static final int OUTLINED_REACH = 1;

    private Refinement() {}

    /**
     * Refines masks of one photo together, so that two that met still meet, without a gap and without a common share.
     * The same input gives the same bytes. Takes about 3 bytes of memory for each pixel and one for each mask.
     *
     * @param coarse masks of the photo's size, drawn at a long side of about 512 and enlarged; not changed
     * @return one mask for each of {@code coarse}, in the same order
     * @throws IllegalArgumentException if a mask has another size than the photo
     */
    public static List<Mask> refined(Raster photo, List<Mask> coarse) {
        return refined(photo, coarse, Map.of());
    }

    /**
     * The same, with contours of some masks led along the photo's edges first, from farther away and without jags, and
     * without what they have of their surroundings.
     *
     * @param outlined those of {@code coarse} that have straight or smooth contours
     */
    public static List<Mask> refined(Raster photo, List<Mask> coarse, Map<Mask, Outlined> outlined) {
        coarse.forEach(mask -> requireSize(photo, mask));
        var grid = Grid.over(photo);
        // The grid samples the photo when it is first asked, which only one thread may do.
        grid.light();
        var spills = new SpillRepair(grid);
        var own = coarse.parallelStream()
                .map(mask -> spills.repaired(mask, outlined.get(mask)))
                .toList();
        var repaired = new Repair(grid).repaired(own);
        var started = IntStream.range(0, repaired.size())
                .parallel()
                .mapToObj(i -> Start.of(grid, repaired.get(i), outlined.containsKey(coarse.get(i))))
                .toList();
        var fine = started.parallelStream().map(start -> start.drawn(grid)).toList();
        new OverlapResolver(grid, coarse, fine)
                .settle(started.stream().map(Start::trimap).toList());
        return fine;
    }

    /** A mask from which the edge is drawn, how far from its own the edge may be, in nodes, and how much colour decides. */
    private record Start(Mask mask, Trimap trimap, int reach, EdgePass.Trust trust) {
        static Start of(Grid grid, Mask mask, boolean isOutlined) {
            var covered = grid.covered(mask);
            if (!isOutlined || covered.isEmpty() || areLines(grid, covered)) {
                int reach = Refinement.reach(grid);
                return new Start(mask, Trimap.of(covered, reach), reach, EdgePass.Trust.USUAL);
            }
            double reach = OUTLINE_CELLS * grid.cellPx() / grid.step();
            var led = new Outline(grid.color(), grid.columns(), grid.step()).redrawn(mask, reach);
            var trimap = Trimap.of(grid.covered(led), OUTLINED_REACH);
            return new Start(led, trimap, OUTLINED_REACH, EdgePass.Trust.SPARE);
        }

        Mask drawn(Grid grid) {
            if (areLines(grid, trimap.inside())) {
                return new Lines(grid, trimap.inside(), reach + LINE_BEYOND).sharpened(mask);
            }
            var drawn = new EdgePass(grid, trimap, mask, trust).run(reach + BEYOND);
            if (trust.equals(EdgePass.Trust.SPARE)) {
                SmallIslands.clear(drawn, trimap, grid);
            }
            return drawn;
        }
    }

    /** Whether a mask is one of lines, which has neither missing nor surplus pieces: nothing of it is inside. */
    static boolean areLines(Grid grid, BitMask covered) {
        return new Lines(grid, covered, reach(grid) + LINE_BEYOND).areAll();
    }

    /** Half the band in nodes. */
    static int reach(Grid grid) {
        double px = Math.max(BAND_PX_MIN, BAND_CELLS * grid.cellPx());
        return (int) Math.ceil(px / grid.step());
    }

    private static void requireSize(Raster photo, Mask mask) {
        if (mask.width() != photo.width() || mask.height() != photo.height()) {
            throw new IllegalArgumentException("A mask of %d x %d does not fit a photo of %d x %d."
                    .formatted(mask.width(), mask.height(), photo.width(), photo.height()));
        }
    }
}
