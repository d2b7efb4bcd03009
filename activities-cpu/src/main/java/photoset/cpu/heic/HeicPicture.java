package photoset.cpu.heic;

import org.jspecify.annotations.Nullable;

/**
 * The primary picture of a file, cropped and turned as its own boxes say, 8 bits a sample, interleaved, rows from the
 * top without padding.
 *
 * @param bands 3 (RGB) or 4 (RGB and opacity that is not multiplied into it)
 * @param profile what the file embeds of its colours; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier that is never compared.
public record HeicPicture(int width, int height, int bands, byte[] bytes, byte @Nullable [] profile) {}
