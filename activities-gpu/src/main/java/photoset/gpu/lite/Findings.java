package photoset.gpu.lite;

import org.jspecify.annotations.Nullable;
import photoset.gpu.masks.ConceptMask;
import photoset.gpu.masks.Contour;
import photoset.gpu.masks.InstanceSplitter;
import photoset.gpu.rooms.RoomPart;
import photoset.gpu.rooms.Surfaces;
import photoset.imaging.Plane;
import photoset.imaging.regions.BitMask;
import photoset.workflows.segmentation.Concept;

/** What the network found in one picture; masks are drawn when asked for, at the size asked for. */
public final class Findings {
    /** Parts of a surface or pattern below this share of the picture are speckle: weak concepts would dot a painted wall. */
    private static final double SURFACE_ISLAND_MIN = .0005;

    /** The same for countable things, some of which are no larger than a handle. */
    private static final double THING_ISLAND_MIN = .0001;

    /** Gaps of fewer pixels (at the network's scale) are noise; a socket has more. */
    private static final int HOLE_PX = 16;

    /** How far at most a concept lies beside the one that it lies on (pixels at the network's scale). */
    private static final int BESIDE_PX = 3;

    private final LiteManifest manifest;
    private final MultiScaleLogits logits;
    private final @Nullable Surfaces surfaces;

    Findings(LiteManifest manifest, MultiScaleLogits logits, @Nullable Surfaces surfaces) {
        this.manifest = manifest;
        this.logits = logits;
        this.surfaces = surfaces;
    }

    /**
     * Draws one known concept at the size of the photo that the picture shows.
     *
     * @param concept its id says what, its kind whether connected parts are told apart
     * @throws IllegalArgumentException if the network does not know the concept
     */
    public ConceptMask concept(Concept concept, int width, int height) {
        var said = said(manifest.known(concept.id()));
        var mask = Contour.soft(said.margin, decided(manifest.known(concept.id()), said))
                .resized(width, height);
        return new ConceptMask(
                mask,
                switch (concept.kind()) {
                    case STUFF -> InstanceSplitter.whole(concept.id(), mask, said.probability);
                    case INSTANCE -> InstanceSplitter.connected(concept.id(), mask, said.probability);
                });
    }

    /** How sure the network is of a concept, and how far it is beyond the decision. */
    private record Said(Plane margin, Plane probability) {}

    private Said said(LiteManifest.Entry entry) {
        @Nullable RoomPart part = entry.roomPart();
        if (surfaces != null && part != null && part.isSurface()) {
            return new Said(surfaces.margin(part), surfaces.share(part));
        }
        float[] logOdds = logits.of(entry);
        float[] probability = Logits.probabilities(logOdds);
        float threshold = Logits.of(entry.threshold());
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] -= threshold;
        }
        return new Said(
                new Plane(logits.width(), logits.height(), logOdds),
                new Plane(logits.width(), logits.height(), probability));
    }

    private BitMask decided(LiteManifest.Entry entry, Said said) {
        var mask = BitMask.notNegative(said.margin);
        @Nullable String support = entry.liesOn();
        if (support != null) {
            var under = manifest.known(support);
            mask = mask.and(decided(under, said(under)).grown(BESIDE_PX));
        }
        double share = entry.isCountable() ? THING_ISLAND_MIN : SURFACE_ISLAND_MIN;
        int island = (int) Math.ceil(share * logits.width() * logits.height());
        return mask.withoutIslands(island).withoutHoles(HOLE_PX);
    }
}
