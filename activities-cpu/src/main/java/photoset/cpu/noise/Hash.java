package photoset.cpu.noise;

/** Random numbers that depend on nothing but integers. */
public final class Hash {
    private static final int X = 0x9E3779B1;
    private static final int Y = 0x85EBCA77;
    private static final float PER_STEP = 1f / (1 << 24);

    private Hash() {}

    /** Mixes three numbers into 32 bits that look independent of them (the finaliser of MurmurHash3). */
    public static int of(int seed, int x, int y) {
        int hash = seed + x * X + y * Y;
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }

    /** The {@code index}-th number from 0 (inclusive) to 1 (exclusive) of a hash. */
    public static float share(int hash, int index) {
        return (of(hash, index, 0x51) >>> 8) * PER_STEP;
    }

    /** The {@code index}-th number from -1 to 1 of a hash. */
    public static float signed(int hash, int index) {
        return 2 * share(hash, index) - 1;
    }
}
