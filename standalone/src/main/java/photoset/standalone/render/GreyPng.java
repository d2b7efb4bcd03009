package photoset.standalone.render;

import java.nio.ByteBuffer;

/** Tells a mask from any other picture by its first bytes. */
final class GreyPng {
    /** PNG specification, 5.2: the signature. */
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;

    /** 11.2.1: after the signature, the chunk's length and name, the width and the height. */
    private static final int DEPTH_AT = 24;

    private static final int COLOUR_TYPE_AT = 25;
    private static final int GREY = 0;

    private GreyPng() {}

    /** Whether a file begins as a PNG with one grey value of 8 bits a pixel does. */
    static boolean matches(byte[] file) {
        return file.length > COLOUR_TYPE_AT
                && ByteBuffer.wrap(file).getLong() == SIGNATURE
                && file[DEPTH_AT] == Byte.SIZE
                && file[COLOUR_TYPE_AT] == GREY;
    }
}
