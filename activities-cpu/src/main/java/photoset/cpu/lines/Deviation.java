package photoset.cpu.lines;

import photoset.cpu.grid.BitField;
import photoset.cpu.grid.Extension;
import photoset.cpu.grid.Grid;

/** How far colours are from those on both sides of a line, in encoded sRGB. */
final class Deviation {
    private final Grid grid;
    private final float[] around;

    /**
     * Over the nodes of a grid.
     *
     * @param beside what is surely no line
     * @param wanted where it will be asked
     */
    Deviation(Grid grid, BitField beside, BitField wanted) {
        this.grid = grid;
        this.around = Extension.of(grid.color(), beside, wanted);
    }

    /** Of a node's mean colour. */
    float ofNode(int node) {
        float[][] color = grid.color();
        return distance(node, color[0][node], color[1][node], color[2][node]);
    }

    /** Of one pixel of a node. */
    float ofPixel(int node, int pixel) {
        byte[] rgb = grid.photo().rgb();
        int at = pixel * 3;
        return distance(node, (rgb[at] & 255) / 255f, (rgb[at + 1] & 255) / 255f, (rgb[at + 2] & 255) / 255f);
    }

    private float distance(int node, float red, float green, float blue) {
        int at = node * Extension.CHANNELS;
        float toRed = red - around[at];
        float toGreen = green - around[at + 1];
        float toBlue = blue - around[at + 2];
        return (float) Math.sqrt((toRed * toRed + toGreen * toGreen + toBlue * toBlue) / 3);
    }
}
