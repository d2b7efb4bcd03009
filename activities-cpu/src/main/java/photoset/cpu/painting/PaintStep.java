package photoset.cpu.painting;

import java.util.ArrayList;
import java.util.List;
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
        List<PreparedLayer> layers = new ArrayList<>();
        var surfaces = Foreground.under(photo, canvas.shares());
        for (int i = 0; i < canvas.shares().size(); i++) {
            var action = canvas.order().layers().get(i).action();
            layers.add(PreparedLayer.of(photo, action, canvas.shares().get(i), surfaces.get(i)));
        }
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

    private static PaintedLayer measured(PreparedLayer prepared, Layer layer, Canvas canvas) {
        return Clearing.removes(layer)
                ? new PaintedLayer(layer.action(), layer.mask().count(1), null, null)
                : prepared.measured(canvas.picture());
    }
}
