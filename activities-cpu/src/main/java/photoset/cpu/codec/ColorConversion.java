package photoset.cpu.codec;

import photoset.cpu.header.PhotoRefused;

/** Converts the pixels that another library decoded. */
interface ColorConversion {
    /**
     * Colour numbers, with or without opacity, as sRGB through this RGB profile; unchanged where it cannot be used.
     *
     * @throws PhotoRefused if the conversion fails
     */
    Samples toSrgb(Samples numbers, byte[] profile);
}
