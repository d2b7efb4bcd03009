package photoset.cpu.codec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import photoset.cpu.natives.NativeFailure;
import photoset.cpu.natives.NativeFunctions;
import photoset.workflows.photos.PhotoFormat;

/**
 * libvips, set up for hostile files on a server: only the loaders of photos, no cache, one thread a picture,
 * damage is a failure, nothing is printed. Safe for use by any number of threads.
 */
public final class Vips {
    private static final int OFF = 0;
    private static final int ON = 1;

    private final VipsLibrary library;

    private Vips(VipsLibrary library) {
        this.library = library;
    }

    /**
     * Loads libvips 8.13 or newer.
     *
     * @param file the shared library, or null to search the loader's path
     * @throws NativeFailure if it is not there or does not start
     */
    public static Vips load(@Nullable Path file) {
        var vips = new Vips(VipsLibrary.load(file));
        try (var arena = Arena.ofConfined()) {
            vips.start(arena);
        }
        return vips;
    }

    private void start(Arena arena) {
        // Read by vips_init: damaged files would otherwise write to standard error.
        library.number("g_setenv", arena.allocateFrom("VIPS_WARNING"), arena.allocateFrom("0"), ON);
        // Read by decoders that need a whole picture: above 100 MB it would go to a file, which a child may not write.
        library.number("g_setenv", arena.allocateFrom("VIPS_DISC_THRESHOLD"), arena.allocateFrom("4g"), ON);
        if (library.number("vips_init", arena.allocateFrom("photoset")) != 0) {
            throw library.failure();
        }
        // Photos differ, so nothing is found in a cache; workers run a photo a core, so threads within one only wait.
        library.run("vips_cache_set_max", OFF);
        library.run("vips_concurrency_set", 1);
        library.run("vips_block_untrusted_set", ON);
        block(arena, "VipsForeignLoad", ON);
        for (var format : PhotoFormat.values()) {
            block(arena, "VipsForeignLoad" + loader(format), OFF);
        }
    }

    /** As libvips calls what reads a format. */
    private static String loader(PhotoFormat format) {
        return switch (format) {
            case JPEG -> "Jpeg";
            case PNG -> "Png";
            case WEBP -> "Webp";
            case AVIF, HEIC -> "Heif";
            case TIFF -> "Tiff";
        };
    }

    private void block(Arena arena, String operation, int blocked) {
        library.run("vips_operation_block_set", arena.allocateFrom(operation), blocked);
    }

    /** The version of the library, e.g. {@code 8.18.3}. */
    public String version() {
        return NativeFunctions.text(library.pointer("vips_version_string"));
    }

    /** Whether the library is of this release or a later one. */
    public boolean isAtLeast(int major, int minor) {
        var numbers = version().split("\\.", 3);
        int ours = Integer.parseInt(numbers[0]) * 1000 + Integer.parseInt(numbers[1]);
        return ours >= major * 1000 + minor;
    }

    /**
     * Decodes a whole picture: colours through the embedded profile (CMYK without one through a standard profile) to
     * sRGB, 16 bits reduced to 8, palettes resolved; grey stays one band. The orientation is left as stored.
     *
     * @throws NativeFailure if any part of the file is damaged or missing
     */
    public Samples decode(byte[] file) {
        return decode(file, null);
    }

    /**
     * The same with a profile for a file that carries none.
     *
     * @param meant what the numbers then mean, or null for sRGB
     * @throws NativeFailure if any part of the file is damaged or missing
     */
    public Samples decode(byte[] file, byte @Nullable [] meant) {
        try (var arena = Arena.ofConfined();
                var image = VipsImage.open(library, arena, file)) {
            if (meant != null && image.profile(arena).isEmpty()) {
                image.attach(arena, meant);
            }
            return image.toSrgb(arena).toBytes(arena).samples(arena);
        }
    }

    /**
     * The same with a profile that goes before what the file carries.
     *
     * @throws NativeFailure if any part of the file is damaged or missing
     */
    public Samples decodeAs(byte[] file, byte[] meant) {
        try (var arena = Arena.ofConfined();
                var image = VipsImage.open(library, arena, file)) {
            return image.attach(arena, meant).toSrgb(arena).toBytes(arena).samples(arena);
        }
    }

    /**
     * Decodes a whole picture without looking at its profile.
     *
     * @throws NativeFailure if any part of the file is damaged or missing
     */
    public Samples decodeUnconverted(byte[] file) {
        try (var arena = Arena.ofConfined();
                var image = VipsImage.open(library, arena, file)) {
            return image.unconverted(arena).toBytes(arena).samples(arena);
        }
    }

    /**
     * The embedded colour profile.
     *
     * @throws NativeFailure if the file's header is damaged
     */
    public Optional<byte[]> profile(byte[] file) {
        try (var arena = Arena.ofConfined();
                var image = VipsImage.open(library, arena, file)) {
            return image.profile(arena);
        }
    }

    /**
     * Converts colours, with or without opacity, from the space of an RGB profile to sRGB as {@link #decode} does.
     *
     * @throws NativeFailure if the samples cannot be converted; a profile that cannot be used leaves them unchanged
     */
    public Samples toSrgb(Samples numbers, byte[] profile) {
        try (var arena = Arena.ofConfined();
                var image = VipsImage.wrap(library, arena, numbers)) {
            return image.attach(arena, profile).toSrgb(arena).toBytes(arena).samples(arena);
        }
    }

    /**
     * Converts sRGB to the space of an RGB profile, relative colorimetric with black-point compensation.
     *
     * @throws NativeFailure if the profile is damaged or knows only the other direction
     */
    public Samples toProfile(Samples srgb, byte[] profile) {
        try (var arena = Arena.ofConfined();
                var image = VipsImage.wrap(library, arena, srgb)) {
            return image.toProfile(arena, profile).toBytes(arena).samples(arena);
        }
    }

    /**
     * Encodes a picture without any metadata but this; the same samples give the same bytes.
     *
     * @param suffix the format and its options in libvips' notation, e.g. {@code .jpg[Q=90,keep=icc]}
     * @param profile what the numbers mean, or null for sRGB
     * @throws NativeFailure if libvips has no such writer
     */
    public byte[] encode(Samples picture, String suffix, byte @Nullable [] profile) {
        try (var arena = Arena.ofConfined();
                var image = VipsImage.wrap(library, arena, picture)) {
            if (profile != null) {
                image.attach(arena, profile);
            }
            var bytes = arena.allocate(ADDRESS);
            var length = arena.allocate(JAVA_LONG);
            int status = library.number(
                    "vips_image_write_to_buffer",
                    image.pointer(),
                    arena.allocateFrom(suffix),
                    bytes,
                    length,
                    MemorySegment.NULL);
            if (status != 0) {
                throw library.failure();
            }
            return take(library, bytes.get(ADDRESS, 0), length.get(JAVA_LONG, 0));
        }
    }

    /** Copies bytes that libvips allocated and frees them. */
    @SuppressWarnings("restricted")
    static byte[] take(VipsLibrary library, MemorySegment bytes, long length) {
        try {
            return bytes.reinterpret(length).toArray(JAVA_BYTE);
        } finally {
            library.run("g_free", bytes);
        }
    }
}
