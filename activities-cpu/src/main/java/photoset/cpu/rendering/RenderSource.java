package photoset.cpu.rendering;

import java.util.Map;
import java.util.SortedMap;
import photoset.cpu.codec.DecodedPhoto;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.LabelMap;

/**
 * A photo and its masks, read and checked.
 *
 * @param idx the photo's place in its album
 * @param sha256 of the photo's file
 * @param bytes of the photo's file
 * @param light colour of the photo's light beside the album's, of luminance 1
 * @param masks by concept, each of the photo's size
 * @param maskHashes SHA-256 of the masks' files by concept
 * @param labels which pixel belongs to which instance, by concept; of the concepts whose instances a spec names
 * @param segmenter what made the masks, name and version
 */
public record RenderSource(
        int idx,
        String sha256,
        long bytes,
        DecodedPhoto photo,
        LinearRgb light,
        Map<String, Mask> masks,
        SortedMap<String, String> maskHashes,
        Map<String, LabelMap> labels,
        String segmenter) {
    /** The same with other masks. */
    RenderSource with(Map<String, Mask> others) {
        return new RenderSource(idx, sha256, bytes, photo, light, others, maskHashes, labels, segmenter);
    }

    /** The photo's pixels. */
    Raster pixels() {
        return photo.pixels();
    }
}
