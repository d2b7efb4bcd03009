package photoset.cpu.removal;

import photoset.imaging.Mask;

/** How large a hole is, and how much of its surface is seen around it. */
final class HoleCount {
    private static final int RIM_PX = 2;

    private final RemovalOrder order;
    private final HoleMap holes;
    private final Window window;
    private long open;
    private long sources;

    HoleCount(RemovalOrder order, HoleMap holes, Window window, Window around) {
        this.order = order;
        this.holes = holes;
        this.window = window;
        for (int y = around.y(); y < around.bottom(); y++) {
            for (int x = around.x(); x < around.right(); x++) {
                var role = holes.role(x, y, window);
                open += role == PixelRole.OPEN ? 1 : 0;
                sources += role == PixelRole.SOURCE ? 1 : 0;
            }
        }
    }

    /** Pixels to fill. */
    long open() {
        return open;
    }

    /**
     * The hole's share of the surface that it lies on: of what a rule paints if that is what is beside it, else of all that
     * is around and may be copied.
     */
    double surfaceShare() {
        double share = (double) open / Math.max(1, open + sources);
        for (Mask surface : order.painted()) {
            if (isAround(surface)) {
                share = Math.max(share, open / (double) (open + holes.seen(surface)));
            }
        }
        return share;
    }

    private boolean isAround(Mask surface) {
        long on = 0;
        long beside = 0;
        for (int y = window.y(); y < window.bottom(); y++) {
            for (int x = window.x(); x < window.right(); x++) {
                if (isRim(x, y, surface)) {
                    beside++;
                    on += surface.at(y * surface.width() + x) >= Mask.COVERED ? 1 : 0;
                }
            }
        }
        return 2 * on > beside;
    }

    private boolean isRim(int x, int y, Mask photo) {
        if (holes.role(x, y, window) == PixelRole.OPEN) {
            return false;
        }
        return isOpen(x - RIM_PX, y, photo)
                || isOpen(x + RIM_PX, y, photo)
                || isOpen(x, y - RIM_PX, photo)
                || isOpen(x, y + RIM_PX, photo);
    }

    private boolean isOpen(int x, int y, Mask photo) {
        return x >= 0
                && x < photo.width()
                && y >= 0
                && y < photo.height()
                && holes.role(x, y, window) == PixelRole.OPEN;
    }
}
