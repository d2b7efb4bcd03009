package photoset.imaging.png;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Tells whether a stream is a mask: an 8-bit grey PNG, not interlaced, of a certain size and whole to its last row. Keeps no pixels, and stops at the first byte too many.
 */
public final class GreyPngCheck {
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;

    private static final int BUFFER_BYTES = 1 << 16;

    /** Room for comments and for the frame of many small chunks; more is no mask. */
    private static final int EXTRA_BYTES_MAX = 1 << 20;

    /** The filters of a row are 0 to 4. */
    private static final int FILTER_MAX = 4;

    private final DataInputStream in;
    private final byte[] header;
    private final int rowBytes;
    private final long pixelBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] pixels = new byte[BUFFER_BYTES];
    private long readable;
    private long inflated;

    private GreyPngCheck(InputStream in, int width, int height) {
        this.in = new DataInputStream(in);
        this.header = GreyPng.header(width, height);
        this.rowBytes = width + 1;
        this.pixelBytes = (long) rowBytes * height;
        this.readable = pixelBytes + EXTRA_BYTES_MAX;
    }

    /**
     * Reads to the end of the picture, or to what is wrong with it.
     *
     * @throws IOException if the stream breaks, which says nothing about the picture
     */
    public static boolean fits(InputStream in, int width, int height) throws IOException {
        try (var inflater = new Inflater()) {
            return new GreyPngCheck(in, width, height).isWhole(inflater);
        } catch (EOFException | DataFormatException cutOffOrBroken) {
            return false;
        }
    }

    private boolean isWhole(Inflater inflater) throws IOException, DataFormatException {
        if (in.readLong() != GreyPng.SIGNATURE) {
            return false;
        }
        int expected = IHDR;
        while (true) {
            int length = in.readInt();
            int type = in.readInt();
            if (length < 0
                    || length > readable
                    || (expected == IHDR && (type != IHDR || length != GreyPng.HEADER_BYTES))) {
                return false;
            }
            readable -= length;
            if (!chunk(type, length, inflater)) {
                return false;
            }
            if (type == IEND) {
                return inflater.finished() && inflated == pixelBytes;
            }
            expected = IDAT;
        }
    }

    private boolean chunk(int type, int length, Inflater inflater) throws IOException, DataFormatException {
        var crc = new CRC32();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(type).flip());
        for (int left = length; left > 0; ) {
            int step = Math.min(left, buffer.length);
            in.readFully(buffer, 0, step);
            crc.update(buffer, 0, step);
            left -= step;
            boolean good = switch (type) {
                case IHDR -> Arrays.equals(buffer, 0, step, header, 0, GreyPng.HEADER_BYTES);
                case IDAT -> inflate(step, inflater);
                default -> true;
            };
            if (!good) {
                return false;
            }
        }
        return in.readInt() == (int) crc.getValue();
    }

    private boolean inflate(int length, Inflater inflater) throws DataFormatException {
        inflater.setInput(buffer, 0, length);
        while (!inflater.finished()) {
            int count = inflater.inflate(pixels);
            if (count == 0) {
                return !inflater.needsDictionary();
            }
            if (inflated + count > pixelBytes || !filtersAreKnown(count)) {
                return false;
            }
            inflated += count;
        }
        return true;
    }

    private boolean filtersAreKnown(int count) {
        long intoRow = inflated % rowBytes;
        for (long at = intoRow == 0 ? 0 : rowBytes - intoRow; at < count; at += rowBytes) {
            if (pixels[(int) at] < 0 || pixels[(int) at] > FILTER_MAX) {
                return false;
            }
        }
        return true;
    }
}
