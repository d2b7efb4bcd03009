package photoset.cpu.painting;

import java.util.List;
import java.util.stream.IntStream;
import photoset.cpu.edges.Foreground;
import photoset.cpu.painting.Painted.PaintedLayer;

/** Lays every layer's brush where the layer has a share, in linear light and row by row. */
final class PaintStep implements Painter.Step {
    @Override
    public String name() {
        return "paint";
    }

    @Override
    public void apply(Canvas canvas) {
        var photo = canvas.order().photo();
        var layers = prepared(canvas);
        var row = new ScanlineCompositor(photo, canvas);
        for (int y = 0; y < photo.height(); y++) {
            for (PreparedLayer layer : layers) {
                row.lay(layer, y);
            }
            row.write(y);
        }
        for (int i = 0; i < layers.size(); i++) {
            canvas.laid(measured(layers.get(i), canvas.order().layers().get(i), canvas));
        }
    }

    /** Side by side, since looking at a surface takes longer than painting it and no layer knows of the others. */
    private static List<PreparedLayer> prepared(Canvas canvas) {
        var photo = canvas.order().photo();
        var surfaces = Foreground.under(photo, canvas.shares());
        return IntStream.range(0, surfaces.size())
                .parallel()
                .mapToObj(i -> PreparedLayer.of(
                        photo,
                        canvas.order().layers().get(i).action(),
                        canvas.shares().get(i),
                        surfaces.get(i)))
                .toList();
    }

    private static PaintedLayer measured(PreparedLayer prepared, Layer layer, Canvas canvas) {
        return Clearing.removes(layer)
                ? new PaintedLayer(layer.action(), layer.mask().count(1), null, null)
                : prepared.measured(canvas.picture());
    }
}
