package photoset.cpu.surfaces;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import photoset.cpu.materials.MaterialTile;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedMaterial;

/**
 * The tiles that were drawn last, for all photos of this process: an album has one rule, so a tile is drawn once and laid a
 * hundred times. Gives way when memory is short.
 */
public final class TileCache {
    /** Photos with more pixels show a tile closer than it has pixels at the smaller side. */
    private static final int LARGE_PHOTO = 6_000_000;

    private static final int SIDE_PX = 1024;
    private static final int LARGE_SIDE_PX = 2048;

    /** A large tile takes 45 MB with its reductions. */
    private static final int TILES_MAX = 4;

    private static final TileCache SHARED = new TileCache();

    private final Map<Key, SoftReference<MipMap>> tiles = new LinkedHashMap<>(TILES_MAX, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<MipMap>> eldest) {
            return size() > TILES_MAX;
        }
    };

    private record Key(ResolvedMaterial material, int side) {}

    private TileCache() {}

    /**
     * A material as it shows on a surface of a photo.
     *
     * @param scale of the material's own size
     * @param angle turns it on the surface, in degrees
     */
    public static TextureSampler lay(
            ResolvedMaterial material, Raster photo, Surface surface, double scale, double angle) {
        int side = photo.pixels() > LARGE_PHOTO ? LARGE_SIDE_PX : SIDE_PX;
        return new TextureSampler(surface, SHARED.take(new Key(material, side)), scale, angle);
    }

    private synchronized MipMap take(Key key) {
        var kept = tiles.get(key);
        var tile = kept == null ? null : kept.get();
        if (tile == null) {
            tile = new MipMap(MaterialTile.of(key.material(), key.side()));
            tiles.put(key, new SoftReference<>(tile));
        }
        return tile;
    }
}
