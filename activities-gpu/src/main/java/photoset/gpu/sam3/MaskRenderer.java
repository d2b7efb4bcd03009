package photoset.gpu.sam3;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import photoset.gpu.masks.ConceptMask;
import photoset.gpu.masks.Instance;
import photoset.gpu.masks.Instance.Box;
import photoset.gpu.masks.InstanceSplitter;
import photoset.gpu.masks.LogitUpscale;
import photoset.gpu.sam3.engine.Prediction;
import photoset.imaging.Mask;
import photoset.imaging.Plane;
import photoset.workflows.segmentation.Concept;

/**
 * What was found in one photo; masks are drawn when asked for, at the size asked for. Where two surfaces claim a pixel,
 * the one of which the model is surer has it: an edge of a wall is the edge of the floor. Things may lie on surfaces and
 * on each other; which of them is painted is decided where a rule is known.
 */
public final class MaskRenderer {
    private final List<Concept> concepts;
    private final List<FilteredDetections> kept;

    /**
     * Judges the answers.
     *
     * @param answers one for each concept, in their order
     * @param threshold the score from which a candidate is an instance; see {@link Sam3Model#SCORE_MIN}
     */
    public MaskRenderer(List<Concept> concepts, List<Prediction> answers, float threshold) {
        this.concepts = List.copyOf(concepts);
        this.kept = new ArrayList<>();
        for (int i = 0; i < concepts.size(); i++) {
            kept.add(FilteredDetections.of(answers.get(i), threshold, isSurface(i)));
        }
    }

    private boolean isSurface(int i) {
        return concepts.get(i).kind() == Concept.Kind.STUFF;
    }

    /**
     * Draws one concept.
     *
     * @throws IllegalArgumentException if it was not looked for
     */
    public ConceptMask concept(Concept concept, int width, int height) {
        int at = concepts.indexOf(concept);
        if (at < 0) {
            throw new IllegalArgumentException("not looked for: " + concept.id());
        }
        var canvas = new Canvas(concept.id(), new Box(0, 0, width, height));
        for (int i = 0; i < kept.get(at).size(); i++) {
            if (isSurface(at)) {
                canvas.addPiece(logOdds(at, i), kept.get(at).score(i));
            } else {
                canvas.addThing(logOdds(at, i), kept.get(at).score(i));
            }
        }
        return isSurface(at) ? canvas.surface() : canvas.things();
    }

    /** Log odds of one instance, lowered where another surface is surer of the pixel. */
    private Plane logOdds(int at, int instance) {
        var logOdds = kept.get(at).logOdds(instance);
        for (int other = 0; isSurface(at) && other < kept.size(); other++) {
            if (other != at && isSurface(other)) {
                logOdds = kept.get(at).against(kept.get(other), logOdds);
            }
        }
        return logOdds;
    }

    /** The mask of one concept while its instances are drawn. */
    private static final class Canvas {
        private final String concept;
        private final Box photo;
        private final byte[] alpha;
        private final List<Instance> things = new ArrayList<>();
        private double score;

        Canvas(String concept, Box photo) {
            this.concept = concept;
            this.photo = photo;
            this.alpha = new byte[Math.multiplyExact(photo.w(), photo.h())];
        }

        void addPiece(Plane logOdds, float pieceScore) {
            lay(logOdds, LogitUpscale.extent(logOdds, photo.w(), photo.h()));
            score = Math.max(score, pieceScore);
        }

        void addThing(Plane logOdds, float thingScore) {
            var where = LogitUpscale.extent(logOdds, photo.w(), photo.h());
            var name = new InstanceSplitter.Name(concept, things.size() + 1);
            InstanceSplitter.within(name, thingScore, lay(logOdds, where), where, photo)
                    .ifPresent(things::add);
        }

        private Mask lay(Plane logOdds, Box where) {
            var part = LogitUpscale.drawn(logOdds, photo.w(), photo.h(), where);
            byte[] own = part.levels();
            for (int y = 0, from = 0; y < where.h(); y++) {
                int to = (where.y() + y) * photo.w() + where.x();
                for (int x = 0; x < where.w(); x++, from++, to++) {
                    if ((own[from] & 0xff) > (alpha[to] & 0xff)) {
                        alpha[to] = own[from];
                    }
                }
            }
            return part;
        }

        ConceptMask surface() {
            var mask = new Mask(photo.w(), photo.h(), alpha);
            return new ConceptMask(mask, InstanceSplitter.whole(concept, mask, new Plane(1, 1, new float[] {
                (float) score
            })));
        }

        /** Numbered anew, the largest first; equal ones by where they lie, so that numbers are stable. */
        ConceptMask things() {
            things.sort(Comparator.comparingLong(Instance::area)
                    .reversed()
                    .thenComparingInt(thing -> thing.box().y())
                    .thenComparingInt(thing -> thing.box().x()));
            var numbered = new ArrayList<Instance>();
            for (var thing : things) {
                var name = new InstanceSplitter.Name(concept, numbered.size() + 1).toString();
                numbered.add(new Instance(concept, name, thing.score(), thing.box(), thing.area(), thing.rle()));
            }
            return new ConceptMask(new Mask(photo.w(), photo.h(), alpha), List.copyOf(numbered));
        }
    }
}
