package photoset.cpu.edges;

import photoset.imaging.regions.BitMask;

/** How far colours are from those on both sides of a line, in encoded sRGB. */
final class Deviation {
    private final Grid grid;
    private final BitMask beside;
    private final int reach;
    private final float[] around;

    /**
     * Over the nodes of a grid.
     *
     * @param beside what is surely no line
     * @param wanted where it will be asked
     * @param reach how far away the sides of a line are, in nodes
     */
    Deviation(Grid grid, BitMask beside, BitMask wanted, int reach) {
        this.grid = grid;
        this.beside = beside;
        this.reach = reach;
        this.around = PullPush.of(grid.color(), beside, wanted);
    }

    /** Of a node's mean colour. */
    float ofNode(int node) {
        var color = grid.color();
        return nearest(sides(node), color.red()[node], color.green()[node], color.blue()[node]);
    }

    /** Of one pixel from the nearest of some colours. */
    float ofPixel(float[] sides, int pixel) {
        byte[] rgb = grid.photo().rgb();
        int at = pixel * 3;
        return nearest(sides, (rgb[at] & 255) / 255f, (rgb[at + 1] & 255) / 255f, (rgb[at + 2] & 255) / 255f);
    }

    /**
     * The colours beside a line at a node, three values each: the first to the left, right, top and bottom, and their mixture
     * in all directions. The mixture alone would make a line of a tile that lies between tiles and floor.
     */
    float[] sides(int node) {
        int column = node % grid.columns();
        int row = node / grid.columns();
        int[] found = {
            first(node, -1, column),
            first(node, 1, grid.columns() - 1 - column),
            first(node, -grid.columns(), row),
            first(node, grid.columns(), grid.rows() - 1 - row)
        };
        float[] sides = new float[3 * (found.length + 1)];
        var color = grid.color();
        int mixture = node * PullPush.CHANNELS;
        System.arraycopy(around, mixture, sides, 3 * found.length, 3);
        for (int i = 0; i < found.length; i++) {
            boolean isFound = found[i] >= 0;
            sides[3 * i] = isFound ? color.red()[found[i]] : around[mixture];
            sides[3 * i + 1] = isFound ? color.green()[found[i]] : around[mixture + 1];
            sides[3 * i + 2] = isFound ? color.blue()[found[i]] : around[mixture + 2];
        }
        return sides;
    }

    /** The first node of the sides along a line with so many nodes to the border; -1 if none is within reach. */
    private int first(int from, int step, int left) {
        for (int i = 0; i <= Math.min(left, reach); i++) {
            if (beside.has(from + i * step)) {
                return from + i * step;
            }
        }
        return -1;
    }

    private static float nearest(float[] sides, float red, float green, float blue) {
        float least = Float.MAX_VALUE;
        for (int at = 0; at < sides.length; at += 3) {
            float toRed = red - sides[at];
            float toGreen = green - sides[at + 1];
            float toBlue = blue - sides[at + 2];
            least = Math.min(least, toRed * toRed + toGreen * toGreen + toBlue * toBlue);
        }
        return (float) Math.sqrt(least / 3);
    }
}
