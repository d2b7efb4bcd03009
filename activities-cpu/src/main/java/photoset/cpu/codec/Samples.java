package photoset.cpu.codec;

/**
 * Decoded pixels, 8 bits a sample, interleaved, rows from the top without padding.
 *
 * @param bands 1 (grey), 2 (grey, alpha), 3 (sRGB) or 4 (sRGB, alpha)
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier that is never compared.
public record Samples(int width, int height, int bands, byte[] bytes) {}
