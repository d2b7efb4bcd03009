package photoset.cpu.painting;

import org.jspecify.annotations.Nullable;
import photoset.cpu.brushes.Brush;
import photoset.cpu.brushes.Brushes;
import photoset.cpu.edges.Foreground;
import photoset.cpu.painting.Painted.PaintedLayer;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction;

/**
 * One layer, ready to be laid.
 *
 * @param surface what lies under it where its share is soft
 * @param brush null where the layer got no pixel
 */
record PreparedLayer(
        ResolvedAction action,
        Mask share,
        Foreground surface,
        @Nullable Brush brush) {
    static PreparedLayer of(Raster photo, ResolvedAction action, Mask share, Foreground surface) {
        var brush = Brushes.of(photo, share, action).orElse(null);
        if (brush == null || !brush.amplifies()) {
            return new PreparedLayer(action, share, surface, brush);
        }
        // What glows would look like light on the surface too, so it is looked at again.
        var trimmed = surface.trimmed();
        var clean = Brushes.of(photo, trimmed.mask(), action).orElse(null);
        return new PreparedLayer(action, trimmed.mask(), trimmed, clean);
    }

    PaintedLayer measured(Raster picture) {
        long pixels = brush == null ? 0 : share.count(1);
        var aim = brush == null ? null : brush.aim();
        if (aim == null) {
            return new PaintedLayer(action, pixels, null, null);
        }
        var shown = Lab.of(aim.surface().in(picture));
        double deltaE = ColorDifference.ciede2000(Lab.of(aim.target()), shown);
        return new PaintedLayer(action, pixels, aim.surface().color(), deltaE);
    }
}
