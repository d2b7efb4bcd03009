package photoset.cpu.heic;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import photoset.cpu.natives.NativeFailure;
import photoset.cpu.natives.NativeFunctions;
import photoset.cpu.natives.NativeLibrary;

/** libheif's functions and structures, as its headers of 1.19 and later lay them out. */
@SuppressWarnings("restricted") // Java trusts C here; the launchers enable native access.
final class HeifLibrary {
    private static final StructLayout ERROR = MemoryLayout.structLayout(
            JAVA_INT.withName("code"), JAVA_INT.withName("subcode"), ADDRESS.withName("message"));

    /** The beginning of heif_security_limits; libheif allocates it. */
    private static final StructLayout LIMITS = MemoryLayout.structLayout(
            JAVA_BYTE.withName("version"),
            MemoryLayout.paddingLayout(7),
            JAVA_LONG.withName("max_image_size_pixels"),
            JAVA_LONG.withName("max_number_of_tiles"),
            JAVA_INT.withName("max_bayer_pattern_pixels"),
            JAVA_INT.withName("max_items"),
            JAVA_INT.withName("max_color_profile_size"),
            MemoryLayout.paddingLayout(4),
            JAVA_LONG.withName("max_memory_block_size"),
            JAVA_INT.withName("max_components"),
            JAVA_INT.withName("max_iloc_extents_per_item"),
            JAVA_INT.withName("max_size_entity_group"),
            JAVA_INT.withName("max_children_per_box"),
            JAVA_LONG.withName("max_total_memory"));

    /** The beginning of heif_decoding_options; libheif allocates it. */
    private static final StructLayout OPTIONS = MemoryLayout.structLayout(
            JAVA_BYTE.withName("version"),
            JAVA_BYTE.withName("ignore_transformations"),
            MemoryLayout.paddingLayout(6),
            MemoryLayout.sequenceLayout(4, ADDRESS).withName("progress"),
            JAVA_BYTE.withName("convert_hdr_to_8bit"),
            JAVA_BYTE.withName("strict_decoding"));

    private final NativeFunctions functions;

    private HeifLibrary(NativeFunctions functions) {
        this.functions = functions;
        functions.returning("heif_init", ERROR, ADDRESS);
        functions.returning("heif_get_version", ADDRESS);
        declareContexts();
        declareHandles();
        declareImages();
    }

    /**
     * Loads this file, or without one the library that the loader finds. A libde265 in the file's folder is loaded first:
     * libheif of the Python packages names it without saying where it lies.
     *
     * @throws NativeFailure if there is none, or an older one than 1.19, or it does not start
     */
    static HeifLibrary load(@Nullable Path file) {
        if (file != null) {
            preloadDecoder(file.toAbsolutePath().getParent());
        }
        var library = new HeifLibrary(new NativeFunctions(NativeLibrary.HEIF.open(file)));
        try (var arena = Arena.ofConfined()) {
            library.check(arena, "heif_init", MemorySegment.NULL);
        }
        return library;
    }

    private static void preloadDecoder(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> decoders = Files.newDirectoryStream(folder, "libde265*")) {
            decoders.forEach(NativeLibrary::preload);
        } catch (IOException unreadable) {
            throw new NativeFailure("the folder " + folder + " cannot be read");
        }
    }

    private void declareContexts() {
        functions.returning("heif_context_alloc", ADDRESS);
        functions.nothing("heif_context_free", ADDRESS);
        functions.returning("heif_context_get_security_limits", ADDRESS, ADDRESS);
        functions.nothing("heif_context_set_max_decoding_threads", ADDRESS, JAVA_INT);
        functions.returning("heif_context_read_from_memory_without_copy", ERROR, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        functions.returning("heif_context_get_primary_image_handle", ERROR, ADDRESS, ADDRESS);
    }

    private void declareHandles() {
        functions.nothing("heif_image_handle_release", ADDRESS);
        functions.returning("heif_image_handle_get_width", JAVA_INT, ADDRESS);
        functions.returning("heif_image_handle_get_height", JAVA_INT, ADDRESS);
        functions.returning("heif_image_handle_has_alpha_channel", JAVA_INT, ADDRESS);
        functions.returning("heif_image_handle_is_premultiplied_alpha", JAVA_INT, ADDRESS);
        functions.returning("heif_image_handle_get_luma_bits_per_pixel", JAVA_INT, ADDRESS);
        functions.returning("heif_image_handle_get_raw_color_profile_size", JAVA_LONG, ADDRESS);
        functions.returning("heif_image_handle_get_raw_color_profile", ERROR, ADDRESS, ADDRESS);
    }

    private void declareImages() {
        functions.returning("heif_decoding_options_alloc", ADDRESS);
        functions.nothing("heif_decoding_options_free", ADDRESS);
        functions.returning("heif_decode_image", ERROR, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
        functions.nothing("heif_image_release", ADDRESS);
        functions.returning("heif_image_get_primary_width", JAVA_INT, ADDRESS);
        functions.returning("heif_image_get_primary_height", JAVA_INT, ADDRESS);
        functions.returning("heif_image_get_bits_per_pixel_range", JAVA_INT, ADDRESS, JAVA_INT);
        functions.returning("heif_image_get_plane_readonly", ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
    }

    NativeFunctions functions() {
        return functions;
    }

    /** A context with these limits, freed with the arena. */
    MemorySegment context(Arena arena, HeicLimits most) {
        var context = owned(arena, functions.pointer("heif_context_alloc"), "heif_context_free");
        var limits =
                functions.pointer("heif_context_get_security_limits", context).reinterpret(LIMITS.byteSize());
        limits.set(JAVA_LONG, at(LIMITS, "max_image_size_pixels"), most.pixels());
        limits.set(JAVA_INT, at(LIMITS, "max_color_profile_size"), most.profileBytes());
        limits.set(JAVA_LONG, at(LIMITS, "max_memory_block_size"), most.memoryBytes());
        limits.set(JAVA_LONG, at(LIMITS, "max_total_memory"), most.memoryBytes());
        return context;
    }

    /** Options that take damage for a failure, freed with the arena: by default a broken tile is left grey. */
    MemorySegment strictOptions(Arena arena) {
        var options = owned(arena, functions.pointer("heif_decoding_options_alloc"), "heif_decoding_options_free");
        options.reinterpret(OPTIONS.byteSize()).set(JAVA_BYTE, at(OPTIONS, "strict_decoding"), (byte) 1);
        return options;
    }

    private static long at(StructLayout layout, String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }

    /** Ties what libheif allocated to the arena. */
    MemorySegment owned(Arena arena, MemorySegment pointer, String free) {
        if (pointer.address() == 0) {
            throw new NativeFailure("libheif has no memory");
        }
        return pointer.reinterpret(arena, released -> functions.run(free, released));
    }

    /** Calls a function that fills in a pointer behind its first argument, and ties that to the arena. */
    MemorySegment made(Arena arena, String free, String name, Object... arguments) {
        var out = arena.allocate(ADDRESS);
        var all = new Object[arguments.length + 1];
        all[0] = arguments[0];
        all[1] = out;
        System.arraycopy(arguments, 1, all, 2, arguments.length - 1);
        check(arena, name, all);
        return owned(arena, out.get(ADDRESS, 0), free);
    }

    /**
     * Calls a function that returns an error.
     *
     * @throws NativeFailure with libheif's text, if there is one
     */
    void check(Arena arena, String name, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = arena;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var error = functions.pointer(name, all);
        if (error.get(JAVA_INT, at(ERROR, "code")) != 0) {
            throw new NativeFailure(NativeFunctions.text(error.get(ADDRESS, at(ERROR, "message")))
                    .strip());
        }
    }
}
