package photoset.cpu.sheets;

/** The resolution that a JPEG file states in its JFIF segment. */
public final class JpegDensity {
    private static final int SEGMENT_BYTES = 18;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};

    private JpegDensity() {}

    /** The file with this many pixels to the inch in its first segment, which is put in if it is not there. */
    public static byte[] set(byte[] jpeg, int dpi) {
        boolean there = hasJfif(jpeg);
        byte[] stated = new byte[jpeg.length + (there ? 0 : SEGMENT_BYTES)];
        stated[0] = jpeg[0];
        stated[1] = jpeg[1];
        System.arraycopy(jpeg, 2, stated, there ? 2 : 2 + SEGMENT_BYTES, jpeg.length - 2);
        if (!there) {
            byte[] head = {(byte) 0xff, (byte) 0xe0, 0, SEGMENT_BYTES - 2, 'J', 'F', 'I', 'F', 0, 1, 2};
            System.arraycopy(head, 0, stated, 2, head.length);
        }
        stated[13] = 1;
        stated[14] = stated[16] = (byte) (dpi >> 8);
        stated[15] = stated[17] = (byte) dpi;
        return stated;
    }

    private static boolean hasJfif(byte[] jpeg) {
        if (jpeg.length < 2 + SEGMENT_BYTES || (jpeg[3] & 255) != 0xe0) {
            return false;
        }
        for (int i = 0; i < JFIF.length; i++) {
            if (jpeg[6 + i] != JFIF[i]) {
                return false;
            }
        }
        return true;
    }
}
