package photoset.cpu.painting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import photoset.imaging.Mask;

/**
 * An area as text: the lengths of the stretches outside and inside, in turns and row by row, beginning outside; each as
 * an unsigned LEB128 number, deflated, in Base64.
 */
public final class AreaRuns {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ALL = -1L;
    private static final int MORE = 0x80;

    private AreaRuns() {}

    /** The pixels whose level is above 0. */
    public static String of(Mask mask) {
        byte[] levels = mask.levels();
        var text = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var runs = new DeflaterOutputStream(text, deflater)) {
            boolean inside = false;
            for (int from = 0; from < levels.length; inside = !inside) {
                int to = inside ? endOfInside(levels, from) : endOfOutside(levels, from);
                write(to - from, runs);
                from = to;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed.", impossible);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(text.toByteArray());
    }

    private static int endOfOutside(byte[] levels, int from) {
        int at = from;
        while (at + Long.BYTES <= levels.length && (long) LONGS.get(levels, at) == 0) {
            at += Long.BYTES;
        }
        while (at < levels.length && levels[at] == 0) {
            at++;
        }
        return at;
    }

    private static int endOfInside(byte[] levels, int from) {
        int at = from;
        while (at + Long.BYTES <= levels.length && (long) LONGS.get(levels, at) == ALL) {
            at += Long.BYTES;
        }
        while (at < levels.length && levels[at] != 0) {
            at++;
        }
        return at;
    }

    private static void write(int run, DeflaterOutputStream runs) throws IOException {
        int rest = run;
        while (rest >= MORE) {
            runs.write((rest & (MORE - 1)) | MORE);
            rest >>>= 7;
        }
        runs.write(rest);
    }

    /**
     * The area that a text says: 255 inside, 0 outside.
     *
     * @throws IllegalArgumentException if the text is no area of this size
     */
    public static Mask mask(String text, int width, int height) {
        var mask = Mask.empty(width, height);
        byte[] runs = inflated(Base64.getDecoder().decode(text), mask.levels().length);
        int pixel = 0;
        boolean inside = false;
        for (int at = 0; at < runs.length; inside = !inside) {
            long run = 0;
            for (int shift = 0; ; shift += 7) {
                byte part = runs[at++];
                run |= ((long) part & (MORE - 1)) << shift;
                if (part >= 0) {
                    break;
                }
            }
            if (run > mask.levels().length - pixel) {
                throw new IllegalArgumentException("The area is larger than the photo.");
            }
            int end = pixel + (int) run;
            Arrays.fill(mask.levels(), pixel, end, (byte) (inside ? 255 : 0));
            pixel = end;
        }
        return mask;
    }

    /** A run takes at most one byte a pixel, so a longer text is none of ours. */
    private static byte[] inflated(byte[] deflated, int bytesMax) {
        var inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            byte[] runs = new byte[bytesMax];
            int length = inflater.inflate(runs);
            if (!inflater.finished()) {
                throw new IllegalArgumentException("The area is cut off or too long.");
            }
            return Arrays.copyOf(runs, length);
        } catch (DataFormatException broken) {
            throw new IllegalArgumentException("The area is damaged.", broken);
        } finally {
            inflater.end();
        }
    }
}
