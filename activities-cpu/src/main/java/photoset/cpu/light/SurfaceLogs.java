package photoset.cpu.light;

/** Natural logarithms of a surface's cells, in which a change of paint or light is a difference. */
final class SurfaceLogs {
    /** The noise of a dark pixel; without it black would have every hue. */
    private static final float FLOOR = .003f;

    private final float[] luminance;
    private final float[] redGreen;
    private final float[] blueGreen;

    SurfaceLogs(SurfaceCells cells) {
        int all = cells.grid().cells();
        var light = cells.light();
        luminance = new float[all];
        redGreen = new float[all];
        blueGreen = new float[all];
        for (int i = 0; i < all; i++) {
            if (cells.isSeen(i)) {
                double green = Math.log(light.green()[i] + FLOOR);
                luminance[i] = (float) Math.log(cells.luminance(i) + FLOOR);
                redGreen[i] = (float) (Math.log(light.red()[i] + FLOOR) - green);
                blueGreen[i] = (float) (Math.log(light.blue()[i] + FLOOR) - green);
            }
        }
    }

    float luminance(int cell) {
        return luminance[cell];
    }

    float redGreen(int cell) {
        return redGreen[cell];
    }

    float blueGreen(int cell) {
        return blueGreen[cell];
    }
}
