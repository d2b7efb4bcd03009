package photoset.gpu.sam3.engine;

import java.util.List;

/** What the model says of one prompt in one photo. Arrays are its own, not copies. */
public final class Prediction {
    private final int side;
    private final float presence;
    private final byte[] map;
    private final List<Detection> candidates;

    /**
     * An answer over arrays that it keeps.
     *
     * @param side pixels of each side of every map; the photo is squeezed into the square
     * @param presence how sure the model is that the concept is there at all, 0 to 1
     * @param map how sure it is of each pixel whatever the instance, 255 for 1, row by row
     * @param candidates possible instances, the best first
     */
    public Prediction(int side, float presence, byte[] map, List<Detection> candidates) {
        this.side = side;
        this.presence = presence;
        this.map = map;
        this.candidates = List.copyOf(candidates);
    }

    public int side() {
        return side;
    }

    public float presence() {
        return presence;
    }

    public byte[] map() {
        return map;
    }

    public List<Detection> candidates() {
        return candidates;
    }

    /** Without the candidates below a score. */
    public Prediction from(float scoreMin) {
        return new Prediction(
                side,
                presence,
                map,
                candidates.stream().filter(one -> one.score() >= scoreMin).toList());
    }
}
