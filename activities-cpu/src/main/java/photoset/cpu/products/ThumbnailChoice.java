package photoset.cpu.products;

import java.util.Comparator;
import java.util.List;
import photoset.cpu.framing.Crop;
import photoset.cpu.products.Shot.Purpose;

/** Chooses for each size the photo that fills it best without enlarging it or leaving the photo. */
public final class ThumbnailChoice {
    private static final double FILL = .82;

    /** A window that reaches beyond the photo has a made-up border. */
    private static final double BEYOND = .5;

    private ThumbnailChoice() {}

    /** The photo and its part for this size. */
    public static Shot of(List<Sighting> sightings, ThumbnailSize size) {
        var best = sightings.stream()
                .max(Comparator.comparingDouble((Sighting sighting) -> score(sighting, size))
                        .thenComparingInt(sighting -> -sighting.photo().idx()))
                .orElseThrow();
        return new Shot(Purpose.MAIN, best.photo(), best.subject(), best.fill(FILL), best.seen());
    }

    private static double score(Sighting sighting, ThumbnailSize size) {
        var crop = crop(sighting, size);
        var window = crop.window();
        boolean within = window.width() <= crop.photo().width()
                && window.height() <= crop.photo().height();
        double enlarged = Math.max(1, crop.enlargement(size.width()));
        return sighting.mainScore() / Math.sqrt(enlarged) * (within ? 1 : BEYOND);
    }

    private static Crop crop(Sighting sighting, ThumbnailSize size) {
        return Crop.around(sighting.subject(), size.aspect(), sighting.fill(FILL));
    }
}
