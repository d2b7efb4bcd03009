package photoset.cpu.heic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import photoset.cpu.natives.NativeFailure;
import photoset.cpu.natives.NativeFunctions;

/**
 * libheif, set up for hostile files: under limits of its own, one thread a picture, and damage in any tile is a failure.
 * Only the primary picture is decoded; thumbnails, gain maps and depths lie untouched. Safe for use by any number of threads.
 */
public final class HeicDecoder {
    /** heif_colorspace_RGB, heif_channel_interleaved and the values of heif_chroma for both depths, without opacity and with. */
    private static final int RGB = 1;

    private static final int INTERLEAVED = 10;
    private static final int INTERLEAVED_BYTES = 10;
    private static final int INTERLEAVED_SHORTS = 14;

    /** Tiles are decoded in the calling thread. */
    private static final int NO_THREADS = 0;

    private static final int BYTE_BITS = 8;
    private static final int BYTE_MAX = 255;
    private static final ValueLayout.OfShort LITTLE_SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final HeifLibrary library;

    private HeicDecoder(HeifLibrary library) {
        this.library = library;
    }

    /**
     * Loads libheif 1.19 or newer.
     *
     * @param file the shared library, or null to search the loader's path
     * @throws NativeFailure if it is not there or does not start
     */
    public static HeicDecoder load(@Nullable Path file) {
        return new HeicDecoder(HeifLibrary.load(file));
    }

    /** The version of the library, e.g. {@code 1.23.0}. */
    public String version() {
        return NativeFunctions.text(functions().pointer("heif_get_version"));
    }

    private NativeFunctions functions() {
        return library.functions();
    }

    /**
     * Decodes a whole picture; its colours are left as they are stored. More than 8 bits are rounded to 8.
     *
     * @throws NativeFailure if any part of the file is damaged or missing, or if its boxes ask for more than is allowed
     */
    public HeicPicture decode(byte[] file) {
        try (var arena = Arena.ofConfined()) {
            var bytes = arena.allocateFrom(JAVA_BYTE, file);
            var context = library.context(arena, HeicLimits.USUAL);
            functions().run("heif_context_set_max_decoding_threads", context, NO_THREADS);
            library.check(
                    arena,
                    "heif_context_read_from_memory_without_copy",
                    context,
                    bytes,
                    (long) file.length,
                    MemorySegment.NULL);
            return picture(
                    arena,
                    library.made(arena, "heif_image_handle_release", "heif_context_get_primary_image_handle", context));
        }
    }

    private HeicPicture picture(Arena arena, MemorySegment handle) {
        boolean alpha = is(handle, "heif_image_handle_has_alpha_channel");
        boolean wide = functions().number("heif_image_handle_get_luma_bits_per_pixel", handle) > BYTE_BITS;
        int chroma = (wide ? INTERLEAVED_SHORTS : INTERLEAVED_BYTES) + (alpha ? 1 : 0);
        var image = library.made(
                arena, "heif_image_release", "heif_decode_image", handle, RGB, chroma, library.strictOptions(arena));
        int width = functions().number("heif_image_get_primary_width", image);
        int height = functions().number("heif_image_get_primary_height", image);
        int bands = alpha ? 4 : 3;
        byte[] samples =
                wide ? rounded(arena, image, width * bands, height) : copied(arena, image, width * bands, height);
        if (alpha && is(handle, "heif_image_handle_is_premultiplied_alpha")) {
            divide(samples);
        }
        return new HeicPicture(width, height, bands, samples, profile(arena, handle));
    }

    private boolean is(MemorySegment handle, String question) {
        return functions().number(question, handle) != 0;
    }

    private byte @Nullable [] profile(Arena arena, MemorySegment handle) {
        long length = functions().longNumber("heif_image_handle_get_raw_color_profile_size", handle);
        if (length == 0) {
            return null;
        }
        var profile = arena.allocate(length);
        library.check(arena, "heif_image_handle_get_raw_color_profile", handle, profile);
        return profile.toArray(JAVA_BYTE);
    }

    /** The rows of a picture in memory. */
    private record Rows(MemorySegment first, int stride) {}

    @SuppressWarnings("restricted") // The size is libheif's own promise.
    private Rows rows(Arena arena, MemorySegment image, int height) {
        var stride = arena.allocate(JAVA_INT);
        var first = functions().pointer("heif_image_get_plane_readonly", image, INTERLEAVED, stride);
        if (first.address() == 0) {
            throw new NativeFailure("libheif made no such picture");
        }
        return new Rows(first.reinterpret((long) stride.get(JAVA_INT, 0) * height), stride.get(JAVA_INT, 0));
    }

    private byte[] copied(Arena arena, MemorySegment image, int length, int height) {
        var rows = rows(arena, image, height);
        byte[] samples = new byte[Math.multiplyExact(length, height)];
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(rows.first, JAVA_BYTE, (long) y * rows.stride, samples, y * length, length);
        }
        return samples;
    }

    private byte[] rounded(Arena arena, MemorySegment image, int length, int height) {
        var rows = rows(arena, image, height);
        int most = (1 << functions().number("heif_image_get_bits_per_pixel_range", image, INTERLEAVED)) - 1;
        byte[] samples = new byte[Math.multiplyExact(length, height)];
        short[] row = new short[length];
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(rows.first, LITTLE_SHORT, (long) y * rows.stride, row, 0, length);
            for (int x = 0; x < length; x++) {
                samples[y * length + x] = (byte) (((row[x] & 0xffff) * BYTE_MAX + most / 2) / most);
            }
        }
        return samples;
    }

    /** Takes the opacity out of the colours again. */
    private static void divide(byte[] rgba) {
        for (int i = 0; i < rgba.length; i += 4) {
            int alpha = rgba[i + 3] & BYTE_MAX;
            for (int channel = i; alpha > 0 && channel < i + 3; channel++) {
                rgba[channel] = (byte) Math.min(BYTE_MAX, ((rgba[channel] & BYTE_MAX) * BYTE_MAX + alpha / 2) / alpha);
            }
        }
    }
}
