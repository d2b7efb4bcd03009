package photoset.imaging.regions;

import photoset.imaging.Mask;

/**
 * How far two masks agree on what they cover.
 *
 * @param both pixels that both cover
 * @param either pixels that at least one covers
 */
public record Overlap(long both, long either) {
    /** Of no pixels. */
    public static final Overlap NONE = new Overlap(0, 0);

    /** Of two masks of one size, by their levels. */
    public static Overlap of(byte[] one, byte[] other) {
        long both = 0;
        long either = 0;
        for (int i = 0; i < one.length; i++) {
            boolean in = (one[i] & 255) >= Mask.COVERED;
            boolean inOther = (other[i] & 255) >= Mask.COVERED;
            both += in && inOther ? 1 : 0;
            either += in || inOther ? 1 : 0;
        }
        return new Overlap(both, either);
    }

    /** Of both pairs of masks together. */
    public Overlap with(Overlap other) {
        return new Overlap(both + other.both, either + other.either);
    }

    /** Intersection over union (Jaccard's index), 0 to 1; 1 if nothing is covered at all. */
    public double share() {
        return either == 0 ? 1 : (double) both / either;
    }
}
