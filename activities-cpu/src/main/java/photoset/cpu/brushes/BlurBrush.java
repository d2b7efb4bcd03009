package photoset.cpu.brushes;

import photoset.cpu.light.ColorRow;
import photoset.cpu.light.LightField;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction.Blur;

/** Shows the concept's own mean around each place, in linear light as a lens out of focus does. */
final class BlurBrush implements Brush {
    /** Standard deviation at full strength, in shares of the long side: no letter on a label is left. */
    private static final double SIGMA_MAX = .04;

    private final ColorRow mean;

    BlurBrush(Raster photo, Mask share, Blur blur) {
        double sigma = SIGMA_MAX * blur.strength() * Math.max(photo.width(), photo.height());
        this.mean = LightField.of(photo, share, sigma).reader();
    }

    @Override
    public void row(int y) {
        mean.row(y);
    }

    @Override
    public boolean readsSurface() {
        return false;
    }

    @Override
    public void paint(int x, int count, float[] rgb) {
        mean.colors(x, count, rgb);
    }
}
