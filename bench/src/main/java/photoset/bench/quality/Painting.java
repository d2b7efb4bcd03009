package photoset.bench.quality;

import java.util.List;
import photoset.bench.quality.Limit.Case;
import photoset.bench.scenes.Scene;
import photoset.cpu.light.SurfaceReference;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painter;
import photoset.imaging.LinearRgb;
import photoset.imaging.Raster;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.Finish;
import photoset.workflows.rendering.RecolorMode;
import photoset.workflows.rendering.ResolvedAction.Recolor;

/** The painter as a job uses it. */
final class Painting {
    private static final String CONCEPT = "Surface";

    private Painting() {}

    /** With the present paint named, so that the colour that is right everywhere is known. */
    static Raster paint(Scene scene, Raster photo, Case what) {
        var finish = switch (what.kind()) {
            case WALL, SHARP_SHADOW, SOFT_SHADOW, CORNER, DOORWAY -> Finish.MATTE;
            case SATIN_WALL, FLOOR -> Finish.SATIN;
            case PRODUCT -> Finish.GLOSS;
        };
        var paints = what.repaint();
        return lay(
                scene,
                photo,
                new Recolor(
                        CONCEPT,
                        paints.after.hex(),
                        1,
                        finish,
                        Action.Recolor.ANCHOR,
                        RecolorMode.PAINT,
                        paints.before.hex()));
    }

    /** The usual order: the surface shall show this colour. */
    static Raster appearance(Scene scene, Raster photo, String color) {
        return lay(scene, photo, new Recolor(CONCEPT, color, 1));
    }

    private static Raster lay(Scene scene, Raster photo, Recolor recolor) {
        var layer = new Layer(recolor, scene.mask());
        var order = new PaintOrder(photo, List.of(layer), List.of(scene.protect()), false);
        return new Painter(step -> {}).paint(order).picture();
    }

    /** The colour of the well lit part of the surface. */
    static LinearRgb surface(Scene scene, Raster picture) {
        return SurfaceReference.of(picture, scene.mask()).orElseThrow().color();
    }

    /** What the well lit part shows in the new paint. */
    static LinearRgb target(Scene scene, Raster photo, Repaint repaint) {
        var shown = surface(scene, photo);
        return new LinearRgb(
                shown.red() * repaint.after.red() / repaint.before.red(),
                shown.green() * repaint.after.green() / repaint.before.green(),
                shown.blue() * repaint.after.blue() / repaint.before.blue());
    }
}
