package photoset.cpu.materials;

import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedMaterial;

/**
 * The repeat of a material under even white light: laid side by side it shows no seam, and its mean is the material's
 * colour.
 *
 * @param picture square; a pixel may be a little wider than high
 * @param widthCm what the picture shows from left to right
 * @param heightCm what it shows from top to bottom
 */
public record MaterialTile(Raster picture, double widthCm, double heightCm) {
    /** Draws a material; the same recipe and size give the same bytes. */
    public static MaterialTile of(ResolvedMaterial material, int sidePx) {
        return new TileRenderer(material, sidePx).tile();
    }
}
