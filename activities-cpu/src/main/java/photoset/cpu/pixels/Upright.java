package photoset.cpu.pixels;

/** Turns a picture the way up that its EXIF orientation (tag 0x0112, 1 to 8) says. */
public final class Upright {
    /** Orientations from here on exchange width and height. */
    private static final int FIRST_TRANSPOSED = 5;

    private Upright() {}

    /** The same picture for orientation 1, else a turned or mirrored copy. */
    public static Raster turned(Raster stored, int orientation) {
        if (orientation <= 1) {
            return stored;
        }
        int w = stored.width();
        int h = stored.height();
        return switch (orientation) {
            case 2 -> walk(stored, orientation, new Walk(w - 1, -1, w));
            case 3 -> walk(stored, orientation, new Walk(w * h - 1, -1, -w));
            case 4 -> walk(stored, orientation, new Walk(w * (h - 1), 1, -w));
            case 5 -> walk(stored, orientation, new Walk(0, w, 1));
            case 6 -> walk(stored, orientation, new Walk(w * (h - 1), -w, 1));
            case 7 -> walk(stored, orientation, new Walk(w * h - 1, -w, -1));
            case 8 -> walk(stored, orientation, new Walk(w - 1, w, -1));
            default -> throw new IllegalArgumentException("EXIF knows the orientations 1 to 8.");
        };
    }

    /** Whether this orientation exchanges width and height. */
    public static boolean transposes(int orientation) {
        return orientation >= FIRST_TRANSPOSED;
    }

    /** The stored pixel of the upright top left corner, and the steps to the right and down from there. */
    private record Walk(int first, int right, int down) {}

    private static Raster walk(Raster stored, int orientation, Walk walk) {
        int width = transposes(orientation) ? stored.height() : stored.width();
        int height = transposes(orientation) ? stored.width() : stored.height();
        byte[] from = stored.rgb();
        byte[] to = new byte[from.length];
        int at = 0;
        for (int y = 0; y < height; y++) {
            int source = (walk.first() + y * walk.down()) * 3;
            for (int x = 0; x < width; x++, source += walk.right() * 3) {
                to[at++] = from[source];
                to[at++] = from[source + 1];
                to[at++] = from[source + 2];
            }
        }
        return new Raster(width, height, to);
    }
}
