package photoset.gpu.sam3.engine;

import java.util.List;

/**
 * What to find.
 *
 * @param text an English noun phrase
 * @param exemplars boxes in this photo around what is meant and what is not; usually none
 */
public record Prompt(String text, List<Exemplar> exemplars) {
    public Prompt {
        exemplars = List.copyOf(exemplars);
    }

    /** Words only. */
    public static Prompt of(String text) {
        return new Prompt(text, List.of());
    }

    /**
     * A box in shares of the photo's width and height, 0 to 1.
     *
     * @param x left edge
     * @param y top edge
     * @param isMeant whether it shows what to find, or what to leave out
     */
    public record Exemplar(double x, double y, double width, double height, boolean isMeant) {
        public Exemplar {
            boolean inside = x >= 0 && y >= 0 && x + width <= 1 + ROUNDING && y + height <= 1 + ROUNDING;
            if (!(width > 0 && height > 0 && inside)) {
                throw new IllegalArgumentException("A box must have an area and lie inside of the photo.");
            }
        }

        /** Boxes of whole pixels at the far edge may end a rounding error beyond it. */
        private static final double ROUNDING = 1e-6;
    }
}
