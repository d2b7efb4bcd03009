package photoset.gpu.rooms;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import photoset.imaging.Plane;
import photoset.imaging.Raster;

/**
 * Wall, floor and ceiling of a room decided against each other and against everything else. The steps and their numbers
 * were found on photographs of real rooms, where the network alone, which has seen rendered rooms only, takes most plain
 * walls for the background of a product.
 */
public final class Surfaces {
    /** A surface wins against an object by less than this: rooms are mostly surface. */
    private static final float BIAS = .1f;

    /** How far a pixel gives way to its patch; all the way would lose what is thinner than a patch. */
    private static final float PATCH_WEIGHT = .5f;

    private final int width;
    private final int height;
    private final SurfaceShares shares;
    private final Plane molding;

    private Surfaces(SurfaceShares shares, Plane molding) {
        this.width = molding.width();
        this.height = molding.height();
        this.shares = shares;
        this.molding = molding;
    }

    /**
     * Probabilities of the concepts that bear on the surfaces; one value per pixel each, row by row, not copied.
     */
    public record Words(Plane wall, Plane tile, Plane floor, Plane ceiling, Plane backdrop, Plane molding) {}

    /** From the network's words alone. */
    public static Surfaces of(Words words) {
        float[] wall = words.wall.values().clone();
        float[] floor = words.floor.values().clone();
        float[] ceiling = words.ceiling.values().clone();
        float[] tile = words.tile.values();
        float[] backdrop = words.backdrop.values();
        var other = new float[wall.length];
        for (int i = 0; i < wall.length; i++) {
            // Tiles and a product's backdrop count as wall, unless they lie on the floor or the ceiling.
            float upright = 1 - Math.max(floor[i], ceiling[i]);
            wall[i] = Math.max(wall[i], Math.max(tile[i], backdrop[i]) * upright);
            other[i] = 1 - Math.max(wall[i], Math.max(floor[i], ceiling[i]));
            float sum = wall[i] + floor[i] + ceiling[i] + other[i];
            wall[i] /= sum;
            floor[i] /= sum;
            ceiling[i] /= sum;
            other[i] /= sum;
        }
        return new Surfaces(new SurfaceShares(wall, floor, ceiling, other), words.molding);
    }

    /** Of a picture that shows no room: none anywhere. */
    public static Surfaces nothing(int width, int height) {
        var shares = SurfaceShares.blank(width * height);
        Arrays.fill(shares.other(), 1);
        return new Surfaces(shares, new Plane(width, height, new float[width * height]));
    }

    /**
     * Corrected by the colours of what is sure (surface against object only, never wall against floor), by the outlines of
     * what is of one colour, by the height of floors, by the skirtings before walls and by where the floor's color ends.
     *
     * @param picture of the size of the words
     */
    public Surfaces refined(Raster picture) {
        // Patches take as long as the colours and need none of them.
        var cutting = CompletableFuture.supplyAsync(() -> ColorSegmentation.of(picture));
        var voted = new ColourModel(picture, shares).refined();
        int[] patches = cutting.join();
        int[] sizes = sizes(patches);
        var sums = new float[patches.length];
        for (float[] share : voted.all()) {
            Arrays.fill(sums, 0);
            evened(share, patches, sizes, sums);
        }
        var refined = new Surfaces(voted, molding);
        new RaisedFloors(voted, picture).drop(refined.margin(RoomPart.FLOOR));
        var wall = refined.margin(RoomPart.WALL);
        new Skirtings(voted, picture, molding.values(), refined.margin(RoomPart.FLOOR), wall).drop();
        new FloorStrips(voted, picture, molding.values(), refined.margin(RoomPart.FLOOR), wall).give();
        return refined;
    }

    /** How many pixels the patch has of which a pixel is the name. */
    private static int[] sizes(int[] patches) {
        var sizes = new int[patches.length];
        for (int patch : patches) {
            sizes[patch]++;
        }
        return sizes;
    }

    /** Draws each pixel halfway to the mean of its patch: what looks alike and hangs together is one thing. */
    private static void evened(float[] share, int[] patches, int[] sizes, float[] sums) {
        for (int i = 0; i < share.length; i++) {
            sums[patches[i]] += share[i];
        }
        for (int i = 0; i < share.length; i++) {
            share[i] += PATCH_WEIGHT * (sums[patches[i]] / sizes[patches[i]] - share[i]);
        }
    }

    /** A surface's share of each pixel, 0 to 1. */
    public Plane share(RoomPart surface) {
        return new Plane(width, height, shares.of(surface));
    }

    /** How far a surface is ahead of the best other, negative where it lost. */
    public Plane margin(RoomPart surface) {
        float[] own = shares.of(surface);
        float[] margin = shares.other().clone();
        for (var rival : RoomPart.values()) {
            if (rival.isSurface() && rival != surface) {
                float[] share = shares.of(rival);
                for (int i = 0; i < margin.length; i++) {
                    margin[i] = Math.max(margin[i], share[i] + BIAS);
                }
            }
        }
        for (int i = 0; i < margin.length; i++) {
            margin[i] = own[i] + BIAS - margin[i];
        }
        return new Plane(width, height, margin);
    }
}
