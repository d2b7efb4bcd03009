package photoset.imaging;

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
        byte[] turned = walk(stored.rgb(), 3, walk(w, h, orientation));
        return transposes(orientation) ? new Raster(h, w, turned) : new Raster(w, h, turned);
    }

    /** The same picture for orientation 1, else a turned or mirrored copy with the same profile. */
    public static ProfiledRaster turned(ProfiledRaster stored, int orientation) {
        if (orientation <= 1) {
            return stored;
        }
        int w = stored.width();
        int h = stored.height();
        byte[] turned = walk(stored.rgb(), 3, walk(w, h, orientation));
        return transposes(orientation)
                ? new ProfiledRaster(h, w, turned, stored.profile())
                : new ProfiledRaster(w, h, turned, stored.profile());
    }

    /** The same mask for orientation 1, else a turned or mirrored copy. */
    public static Mask turned(Mask stored, int orientation) {
        if (orientation <= 1) {
            return stored;
        }
        int w = stored.width();
        int h = stored.height();
        byte[] turned = walk(stored.levels(), 1, walk(w, h, orientation));
        return transposes(orientation) ? new Mask(h, w, turned) : new Mask(w, h, turned);
    }

    private static Walk walk(int w, int h, int orientation) {
        return switch (orientation) {
            case 2 -> new Walk(w, h, w - 1, -1, w);
            case 3 -> new Walk(w, h, w * h - 1, -1, -w);
            case 4 -> new Walk(w, h, w * (h - 1), 1, -w);
            case 5 -> new Walk(h, w, 0, w, 1);
            case 6 -> new Walk(h, w, w * (h - 1), -w, 1);
            case 7 -> new Walk(h, w, w * h - 1, -w, -1);
            case 8 -> new Walk(h, w, w - 1, w, -1);
            default -> throw new IllegalArgumentException("EXIF knows the orientations 1 to 8.");
        };
    }

    /** Whether this orientation exchanges width and height. */
    public static boolean transposes(int orientation) {
        return orientation >= FIRST_TRANSPOSED;
    }

    /** The upright size, the stored pixel of its top left corner, and the steps to the right and down from there. */
    private record Walk(int width, int height, int first, int right, int down) {}

    private static byte[] walk(byte[] from, int bands, Walk walk) {
        byte[] to = new byte[from.length];
        int at = 0;
        for (int y = 0; y < walk.height(); y++) {
            int source = (walk.first() + y * walk.down()) * bands;
            for (int x = 0; x < walk.width(); x++, source += walk.right() * bands) {
                for (int band = 0; band < bands; band++) {
                    to[at++] = from[source + band];
                }
            }
        }
        return to;
    }
}
