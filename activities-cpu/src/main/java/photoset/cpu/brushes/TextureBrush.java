package photoset.cpu.brushes;

import photoset.cpu.light.ColorRow;
import photoset.cpu.light.Shading;
import photoset.cpu.light.SurfaceReference;
import photoset.cpu.surfaces.Surface;
import photoset.cpu.surfaces.TextureSampler;
import photoset.cpu.surfaces.TileCache;
import photoset.imaging.Mask;
import photoset.imaging.Oklab;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction.Texture;

/**
 * Lays a material on a surface in perspective and under the photo's light. The tile's mean is the material's colour, so
 * the well lit part of the surface shows that colour on average, as a recolor would.
 */
final class TextureBrush implements Brush {
    private final TextureSampler tile;
    private final ColorRow light;

    TextureBrush(Raster photo, Mask share, Texture texture) {
        var surface = SurfaceReference.of(photo, share).orElseThrow();
        var planes = texture.corners().isEmpty()
                ? Surface.estimated(photo, share, texture.surface())
                : Surface.through(texture.corners(), photo, texture.surface());
        this.tile = TileCache.lay(texture.material(), photo, planes, texture.scale(), texture.angle());
        this.light = Shading.of(photo, share, surface.color(), texture.keepLight());
    }

    @Override
    public void row(int y) {
        tile.row(y);
        light.row(y);
    }

    @Override
    public boolean readsSurface() {
        return false;
    }

    @Override
    public void paint(int x, int count, float[] rgb) {
        tile.colors(x, count, rgb);
        light.light(x, count, rgb);
        Oklab.fit(rgb, count);
    }
}
