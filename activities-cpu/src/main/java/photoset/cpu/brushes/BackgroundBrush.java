package photoset.cpu.brushes;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.cpu.light.LightField;
import photoset.cpu.light.LightRow;
import photoset.cpu.shadows.ContactShadow;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction.Background;

/**
 * Puts an even colour, or nothing, behind a product, and what the product's own soft shadow takes of the light where it
 * stands; before nothing the shadow stays as black of that opacity.
 */
final class BackgroundBrush implements Brush {
    private enum Plane {
        SHADOW
    }

    private final LightRow<Plane> shadows;
    private final @Nullable LinearRgb color;

    BackgroundBrush(Raster photo, Mask share, Background background) {
        var seen = LightField.of(photo, share, 0);
        float[] planned = ContactShadow.of(seen, seen.grid().uncovered(share));
        for (int cell = 0; cell < planned.length; cell++) {
            planned[cell] *= (float) background.shadow();
        }
        @Nullable String hex = background.color();
        this.color = hex == null ? null : LinearRgb.of(hex);
        this.shadows = seen.grid().reader(Map.of(Plane.SHADOW, planned));
    }

    @Override
    public void row(int y) {
        shadows.row(y);
    }

    @Override
    public boolean readsSurface() {
        return false;
    }

    @Override
    public void paint(int x, int count, float[] rgb) {
        if (color == null) {
            Arrays.fill(rgb, 0, 3 * count, 0);
            return;
        }
        for (int i = 0, at = 0; i < count; i++, at += 3) {
            float light = 1 - shadow(x + i);
            rgb[at] = color.red() * light;
            rgb[at + 1] = color.green() * light;
            rgb[at + 2] = color.blue() * light;
        }
    }

    private float shadow(int x) {
        return shadows.at(shadows.start(x), shadows.share(x), Plane.SHADOW);
    }

    @Override
    public boolean isOpaque() {
        return color != null;
    }

    @Override
    public float opacity(int x) {
        return color == null ? shadow(x) : 1;
    }
}
