package photoset.cpu.rendering;

import java.util.Map;
import java.util.SortedMap;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;

/**
 * A photo and its masks, read and checked.
 *
 * @param idx the photo's place in its album
 * @param sha256 of the photo's file
 * @param bytes of the photo's file
 * @param masks by concept, each of the photo's size
 * @param maskHashes SHA-256 of the masks' files by concept
 * @param segmenter what made the masks, name and version
 */
public record Sources(
        int idx,
        String sha256,
        long bytes,
        Raster photo,
        Map<String, Mask> masks,
        SortedMap<String, String> maskHashes,
        String segmenter) {}
