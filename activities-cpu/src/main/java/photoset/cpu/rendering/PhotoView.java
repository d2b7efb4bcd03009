package photoset.cpu.rendering;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import photoset.cpu.codec.DecodedPhoto;
import photoset.imaging.Downscale;
import photoset.imaging.Mask;
import photoset.imaging.regions.LabelMap;
import photoset.workflows.previews.PreviewTask;

/**
 * A photo at the size of a preview. Its masks got their edges from the whole photo and are made smaller after that, as the
 * result would be; everything else of a rule is measured in shares of the picture. So painting the view gives what painting
 * the photo and making that smaller gives, but for fractions of a pixel.
 */
public final class PhotoView {
    private PhotoView() {}

    /** The view of a photo whose masks have their edges. */
    public static RenderSource of(RenderSource whole) {
        return new RenderSource(
                whole.idx(),
                whole.sha256(),
                whole.bytes(),
                of(whole.photo()),
                whole.light(),
                ofMasks(whole.masks()),
                whole.maskHashes(),
                ofLabels(whole.labels()),
                whole.segmenter());
    }

    static DecodedPhoto of(DecodedPhoto photo) {
        @Nullable Mask alpha = photo.alpha();
        return new DecodedPhoto(
                photo.format(),
                Downscale.toLongSide(photo.pixels(), PreviewTask.SIDE_PX),
                alpha == null ? null : Downscale.toLongSide(alpha, PreviewTask.SIDE_PX),
                null);
    }

    static Map<String, Mask> ofMasks(Map<String, Mask> masks) {
        Map<String, Mask> small = new TreeMap<>();
        masks.forEach((concept, mask) -> small.put(concept, Downscale.toLongSide(mask, PreviewTask.SIDE_PX)));
        return small;
    }

    static Map<String, LabelMap> ofLabels(Map<String, LabelMap> maps) {
        Map<String, LabelMap> small = new TreeMap<>();
        maps.forEach((concept, map) -> small.put(concept, of(map)));
        return small;
    }

    /** A label cannot be mixed with another: each pixel gets that of its middle. */
    private static LabelMap of(LabelMap map) {
        var size = Downscale.size(map.width(), map.height(), PreviewTask.SIDE_PX);
        if (size.width() == map.width() && size.height() == map.height()) {
            return map;
        }
        var small = LabelMap.empty(size.width(), size.height());
        for (int y = 0, at = 0; y < size.height(); y++) {
            int row = (int) ((y + .5) * map.height() / size.height());
            for (int x = 0; x < size.width(); x++, at++) {
                small.labels()[at] = map.labels()[row * map.width() + (int) ((x + .5) * map.width() / size.width())];
            }
        }
        return small;
    }
}
