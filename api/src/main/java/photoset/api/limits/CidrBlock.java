package photoset.api.limits;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of addresses in CIDR notation (RFC 4632): those that share its first bits.
 *
 * @param address any address of the range
 * @param bits how many leading bits count
 */
record CidrBlock(InetAddress address, int bits) {
    /**
     * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32} or one address; names are not looked up.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    static CidrBlock of(String text) {
        int slash = text.indexOf('/');
        try {
            var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int bitsMax = address.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? bitsMax : Integer.parseInt(text.substring(slash + 1));
            if (bits > 0 && bits <= bitsMax) {
                return new CidrBlock(address, bits);
            }
        } catch (IllegalArgumentException malformed) {
            // said below, in the words of the settings
        }
        throw new IllegalArgumentException(
                "'%s' is no network: write an address or a range, such as 10.0.0.0/8 or 2001:db8::/32; a range of /0 would let anybody choose an address"
                        .formatted(text));
    }

    boolean has(InetAddress other) {
        var mine = address.getAddress();
        var theirs = other.getAddress();
        return mine.length == theirs.length && sameBits(mine, theirs) >= bits;
    }

    private static int sameBits(byte[] one, byte[] other) {
        int place = Arrays.mismatch(one, other);
        return place < 0
                ? one.length * Byte.SIZE
                : place * Byte.SIZE
                        + Integer.numberOfLeadingZeros((one[place] ^ other[place]) << (Integer.SIZE - Byte.SIZE));
    }
}
