package photoset.cpu.removal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.cpu.shadows.ShadowBeside;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.BitMask;
import photoset.imaging.regions.ConnectedComponents;
import photoset.imaging.regions.Connectivity;
import photoset.imaging.regions.Distances;

/** Where a photo is to be filled, and how much of each pixel: what is taken out and a margin around it. */
final class HoleMap {
    /** Fainter pixels of a mask are the tail of its soft edge. */
    private static final int CORE_MIN = 26;

    /**
     * Around a thing its own light, the rim of a lens's blur, the ripples of JPEG and the darkest part of its contact
     * shadow are seen: so far, in shares of the long side, and so many pixels at the least.
     */
    private static final double MARGIN = .005;

    private static final int MARGIN_PX_MIN = 3;

    private static final int ALL = 255;

    /** Distances are measured in squares of this side, so that those beside a long thin thing are left out. */
    private static final int TILE_PX = 128;

    private final int width;
    private final int height;
    private final int margin;
    private final byte[] share;
    private final BitMask kept;
    private final List<Mask> filled = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final IdentityHashMap<Mask, Long> seen = new IdentityHashMap<>();
    private long area;

    HoleMap(RemovalOrder order) {
        this.width = order.photo().width();
        this.height = order.photo().height();
        this.margin = margin(order.photo());
        this.share = new byte[width * height];
        this.kept = kept(order);
        var shaded = order.removed().stream()
                .map(mask -> ShadowBeside.with(order.photo(), mask, margin))
                .toList();
        find(order.removed(), shaded);
        for (Mask mask : shaded) {
            fill(mask);
        }
    }

    static int margin(Raster photo) {
        return (int) Math.max(MARGIN_PX_MIN, Math.round(MARGIN * Math.max(photo.width(), photo.height())));
    }

    private static BitMask kept(RemovalOrder order) {
        var kept = new BitMask(order.photo().width(), order.photo().height());
        for (Mask mask : order.kept()) {
            byte[] levels = mask.levels();
            for (int i = 0; i < levels.length; i++) {
                if (levels[i] != 0) {
                    kept.add(i);
                }
            }
        }
        return kept;
    }

    /** Things on neighbouring squares are filled together, since neither may be copied for the other. */
    private void find(List<Mask> removed, List<Mask> shaded) {
        int square = Math.max(16, 2 * margin);
        int columns = (width + square - 1) / square;
        var squares = new BitMask(columns, (height + square - 1) / square);
        for (int i = 0; i < share.length; i++) {
            if (isCore(shaded, i)) {
                area += isCore(removed, i) ? 1 : 0;
                squares.add(i / width / square * columns + i % width / square);
            }
        }
        var found = new ArrayList<Window>();
        ConnectedComponents.forEach(squares, Connectivity.EIGHT, component -> {
            var window = square(component.pixel(0), columns, square);
            for (int pixel : component.pixels()) {
                window = window.with(square(pixel, columns, square));
            }
            found.add(tight(window, shaded).grown(margin, width, height));
        });
        found.forEach(this::add);
    }

    /** What of a window is taken out, since all of a square is up to nine times as much as a small thing on it. */
    private Window tight(Window window, List<Mask> removed) {
        int left = window.right();
        int top = window.bottom();
        int right = window.x();
        int bottom = window.y();
        for (int y = window.y(); y < window.bottom(); y++) {
            for (int x = window.x(); x < window.right(); x++) {
                if (isCore(removed, y * width + x)) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = y + 1;
                }
            }
        }
        return new Window(left, top, right - left, bottom - top);
    }

    private boolean isCore(List<Mask> removed, int pixel) {
        for (Mask mask : removed) {
            if (mask.at(pixel) >= CORE_MIN) {
                return !kept.has(pixel);
            }
        }
        return false;
    }

    private Window square(int index, int columns, int side) {
        int x = index % columns * side;
        int y = index / columns * side;
        return new Window(x, y, Math.min(side, width - x), Math.min(side, height - y));
    }

    private void add(Window window) {
        var whole = window;
        for (var other = meeting(whole); other != null; other = meeting(whole)) {
            windows.remove(other);
            whole = whole.with(other);
        }
        windows.add(whole);
    }

    private @Nullable Window meeting(Window window) {
        return windows.stream().filter(window::meets).findFirst().orElse(null);
    }

    /** Full up to half of the margin, then fading, so that no line is seen where the photo begins. */
    private void fill(Mask mask) {
        var grown = Mask.empty(width, height);
        for (var window : windows) {
            for (int y = window.y(); y < window.bottom(); y += TILE_PX) {
                for (int x = window.x(); x < window.right(); x += TILE_PX) {
                    int right = Math.min(x + TILE_PX, window.right());
                    int bottom = Math.min(y + TILE_PX, window.bottom());
                    fill(mask, new Window(x, y, right - x, bottom - y), grown.levels());
                }
            }
        }
        filled.add(grown);
    }

    private void fill(Mask mask, Window tile, byte[] grown) {
        var around = tile.grown(margin, width, height);
        float[] away = away(mask, around);
        for (int y = tile.y(); y < tile.bottom() && away.length > 0; y++) {
            int at = (y - around.y()) * around.width() + tile.x() - around.x();
            for (int x = tile.x(), i = y * width + x; x < tile.right(); x++, i++, at++) {
                if (away[at] <= margin && !kept.has(i)) {
                    float fade = (margin + 1 - away[at]) / (margin / 2f + 1);
                    int level = Math.max(1, Math.round(ALL * Math.min(1, fade)));
                    grown[i] = (byte) ALL;
                    share[i] = (byte) Math.max(share[i] & ALL, level);
                }
            }
        }
    }

    /** The distance from what is taken out, in pixels, in two passes (Borgefors 1986); nothing where there is none. */
    private float[] away(Mask mask, Window around) {
        float[] away = new float[around.width() * around.height()];
        boolean any = false;
        for (int y = around.y(), at = 0; y < around.bottom(); y++) {
            for (int i = y * width + around.x(), end = i + around.width(); i < end; i++, at++) {
                boolean core = mask.at(i) >= CORE_MIN;
                away[at] = core ? 0 : Float.MAX_VALUE;
                any |= core;
            }
        }
        if (!any) {
            return new float[0];
        }
        Distances.spread(away, around.width());
        return away;
    }

    /** The parts of the photo that are filled each by itself. */
    List<Window> windows() {
        return windows;
    }

    /** What was filled for each mask. */
    List<Mask> filled() {
        return filled;
    }

    /** How many pixels are taken out, the margin not counted. */
    long area() {
        return area;
    }

    /** How much of a pixel is filled, 0 to 1. */
    float share(int pixel) {
        return (share[pixel] & ALL) / (float) ALL;
    }

    /** How much of a surface is not filled, in pixels. */
    long seen(Mask surface) {
        return seen.computeIfAbsent(surface, this::countSeen);
    }

    private long countSeen(Mask surface) {
        long count = 0;
        for (int i = 0; i < share.length; i++) {
            count += surface.at(i) >= Mask.COVERED && share[i] == 0 ? 1 : 0;
        }
        return count;
    }

    /** What a pixel is for the window that is filled now. */
    PixelRole role(int x, int y, Window filledNow) {
        int pixel = y * width + x;
        if (share[pixel] != 0) {
            return filledNow.has(x, y) ? PixelRole.OPEN : PixelRole.VOID;
        }
        return kept.has(pixel) ? PixelRole.CONTEXT : PixelRole.SOURCE;
    }
}
