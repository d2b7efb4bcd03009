package photoset.imaging;

import java.util.Arrays;

/** Where stretches of nothing and of everything end among the levels of a mask, found at the speed of memory. */
public final class FlatRuns {
    /** As many levels as are compared at once; some remain in the first-level cache beside what they are compared with. */
    private static final int BLOCK = 1 << 12;

    private static final byte FULL = (byte) 255;
    private static final byte[] NOTHING = new byte[BLOCK];
    private static final byte[] ALL = all();

    private FlatRuns() {}

    private static byte[] all() {
        byte[] all = new byte[BLOCK];
        Arrays.fill(all, FULL);
        return all;
    }

    /** The first place from {@code from} on with another level than 0; {@code end} if there is none before it. */
    public static int endOfNothing(byte[] levels, int from, int end) {
        return end(levels, from, end, (byte) 0, NOTHING);
    }

    /** The first place from {@code from} on with another level than 255; {@code end} if there is none before it. */
    public static int endOfAll(byte[] levels, int from, int end) {
        return end(levels, from, end, FULL, ALL);
    }

    private static int end(byte[] levels, int from, int end, byte level, byte[] block) {
        int at = from;
        while (at < end && levels[at] == level) {
            int most = Math.min(block.length, end - at);
            int found = Arrays.mismatch(levels, at, at + most, block, 0, most);
            at += found < 0 ? most : found;
        }
        return at;
    }
}
