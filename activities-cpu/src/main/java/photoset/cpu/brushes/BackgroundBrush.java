package photoset.cpu.brushes;

import org.jspecify.annotations.Nullable;
import photoset.cpu.light.Backdrop;
import photoset.cpu.light.CellGrid;
import photoset.cpu.light.LightField;
import photoset.cpu.pixels.LinearRgb;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.workflows.rendering.Treatment.Background;

/**
 * Puts an even colour, or nothing, behind a product. What the product's shadow takes of the backdrop's own light it takes
 * of the new colour too; before nothing the shadow stays as black of that opacity.
 */
final class BackgroundBrush implements Brush {
    /** Less than this is the grain of the backdrop, more than the second is all shadow; in between it fades in. */
    private static final float SHADOW_FROM = .015f;

    private static final float SHADOW_SURE = .06f;

    private final CellGrid.Reader shadows;
    private final @Nullable LinearRgb color;

    BackgroundBrush(Raster photo, Mask share, Background background) {
        var seen = LightField.of(photo, share, 0);
        var backdrop = Backdrop.of(seen);
        float[] planned = new float[seen.grid().cells()];
        for (int cell = 0; cell < planned.length; cell++) {
            planned[cell] = (float) background.shadow() * shadow(seen.luminance(cell) / backdrop.luminance(cell));
        }
        @Nullable String hex = background.color();
        this.color = hex == null ? null : LinearRgb.of(hex);
        this.shadows = seen.grid().reader(planned);
    }

    /** The share of the light that the product takes away. */
    private static float shadow(float light) {
        float taken = Math.clamp(1 - light, 0f, 1f);
        float sure = Math.clamp((taken - SHADOW_FROM) / (SHADOW_SURE - SHADOW_FROM), 0f, 1f);
        return taken * sure * sure * (3 - 2 * sure);
    }

    @Override
    public void row(int y) {
        shadows.row(y);
    }

    @Override
    public void paint(int x, float[] rgb) {
        if (color == null) {
            rgb[0] = 0;
            rgb[1] = 0;
            rgb[2] = 0;
            return;
        }
        float light = 1 - shadows.value(x);
        rgb[0] = color.red() * light;
        rgb[1] = color.green() * light;
        rgb[2] = color.blue() * light;
    }

    @Override
    public float opacity(int x) {
        return color == null ? shadows.value(x) : 1;
    }
}
