package photoset.cpu.codec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One picture on its way through libvips: each operation builds on the last, pixels are computed only when the samples
 * are asked for. Owns every native reference of that chain; the arena that it was made with must outlive it.
 */
final class VipsImage implements AutoCloseable {
    private static final int FORMAT_UCHAR = 0;
    private static final int GREY = 1;
    private static final int CMYK = 15;
    private static final int SRGB = 22;
    private static final int GREY16 = 26;
    private static final String PROFILE = "icc-profile-data";

    private final VipsLibrary library;
    private final Deque<MemorySegment> chain = new ArrayDeque<>();

    private VipsImage(VipsLibrary library, MemorySegment first) {
        this.library = library;
        if (first.address() == 0) {
            throw library.failure();
        }
        chain.push(first);
    }

    /** Opens an encoded file, reading its header only. */
    static VipsImage open(VipsLibrary library, Arena arena, byte[] file) {
        var bytes = arena.allocateFrom(JAVA_BYTE, file);
        var options = arena.allocateFrom("[fail_on=error,access=sequential]");
        return new VipsImage(
                library,
                library.pointer("vips_image_new_from_buffer", bytes, (long) file.length, options, MemorySegment.NULL));
    }

    /** Wraps samples to encode them. */
    static VipsImage wrap(VipsLibrary library, Arena arena, Samples samples) {
        var bytes = arena.allocateFrom(JAVA_BYTE, samples.bytes());
        return new VipsImage(
                library,
                library.pointer(
                        "vips_image_new_from_memory",
                        bytes,
                        (long) samples.bytes().length,
                        samples.width(),
                        samples.height(),
                        samples.bands(),
                        FORMAT_UCHAR));
    }

    MemorySegment pointer() {
        return chain.element();
    }

    VipsImage toSrgb(Arena arena) {
        int interpretation = number("interpretation");
        if ((profiled(arena) || interpretation == CMYK) && transform(arena, interpretation)) {
            return this;
        }
        return unconverted(arena);
    }

    /** Grey or RGB by the numbers in the file, whatever its profile says of them. */
    VipsImage unconverted(Arena arena) {
        int interpretation = number("interpretation");
        boolean grey = interpretation == GREY || interpretation == GREY16;
        int wanted = grey ? GREY : SRGB;
        if (interpretation != wanted) {
            var out = arena.allocate(ADDRESS);
            follow(library.number("vips_colourspace", pointer(), out, wanted, MemorySegment.NULL), out);
        }
        return this;
    }

    /** False when the embedded profile is unusable; the numbers are then taken for what the file says they are. */
    private boolean transform(Arena arena, int interpretation) {
        var out = arena.allocate(ADDRESS);
        int status = library.number(
                "vips_icc_transform",
                pointer(),
                out,
                arena.allocateFrom("srgb"),
                arena.allocateFrom("embedded"),
                1,
                // Relative colorimetric is the default; ink's black is lighter than the screen's.
                arena.allocateFrom("black_point_compensation"),
                1,
                arena.allocateFrom("input_profile"),
                arena.allocateFrom(interpretation == CMYK ? "cmyk" : "srgb"),
                MemorySegment.NULL);
        if (status != 0) {
            // Empties the error text for the next failure.
            var _ = library.failure();
            return false;
        }
        follow(status, out);
        return true;
    }

    /** From sRGB to the space of a profile. */
    VipsImage toProfile(Arena arena, byte[] profile) {
        var out = arena.allocate(ADDRESS);
        var input = arena.allocateFrom("input_profile");
        follow(
                library.number(
                        "vips_icc_import", pointer(), out, input, arena.allocateFrom("srgb"), MemorySegment.NULL),
                out);
        attach(arena, profile);
        int status = library.number(
                "vips_icc_export",
                pointer(),
                out,
                arena.allocateFrom("black_point_compensation"),
                1,
                MemorySegment.NULL);
        follow(status, out);
        return this;
    }

    /** Says which profile gives the numbers their meaning, without changing them. */
    VipsImage attach(Arena arena, byte[] profile) {
        library.run(
                "vips_image_set_blob_copy",
                pointer(),
                arena.allocateFrom(PROFILE),
                arena.allocateFrom(JAVA_BYTE, profile),
                (long) profile.length);
        return this;
    }

    private boolean profiled(Arena arena) {
        return library.longNumber("vips_image_get_typeof", pointer(), arena.allocateFrom(PROFILE)) != 0;
    }

    @SuppressWarnings("restricted")
    Optional<byte[]> profile(Arena arena) {
        if (!profiled(arena)) {
            return Optional.empty();
        }
        var bytes = arena.allocate(ADDRESS);
        var length = arena.allocate(JAVA_LONG);
        if (library.number("vips_image_get_blob", pointer(), arena.allocateFrom(PROFILE), bytes, length) != 0) {
            throw library.failure();
        }
        return Optional.of(
                bytes.get(ADDRESS, 0).reinterpret(length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE));
    }

    VipsImage toBytes(Arena arena) {
        if (number("format") != FORMAT_UCHAR) {
            var out = arena.allocate(ADDRESS);
            int status = library.number(
                    "vips_cast", pointer(), out, FORMAT_UCHAR, arena.allocateFrom("shift"), 1, MemorySegment.NULL);
            follow(status, out);
        }
        return this;
    }

    Samples samples(Arena arena) {
        var length = arena.allocate(JAVA_LONG);
        var bytes = library.pointer("vips_image_write_to_memory", pointer(), length);
        if (bytes.address() == 0) {
            throw library.failure();
        }
        return new Samples(
                number("width"),
                number("height"),
                number("bands"),
                Vips.take(library, bytes, length.get(JAVA_LONG, 0)));
    }

    private int number(String property) {
        return library.number("vips_image_get_" + property, pointer());
    }

    private void follow(int status, MemorySegment out) {
        if (status != 0) {
            throw library.failure();
        }
        chain.push(out.get(ADDRESS, 0));
    }

    @Override
    public void close() {
        chain.forEach(image -> library.run("g_object_unref", image));
    }
}
