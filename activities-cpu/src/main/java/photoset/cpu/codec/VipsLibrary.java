package photoset.cpu.codec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.cpu.natives.NativeFailure;
import photoset.cpu.natives.NativeFunctions;
import photoset.cpu.natives.NativeLibrary;

/**
 * The functions of libvips. Its names, GLib's and GObject's come from one handle, since a look-up also searches what a
 * library depends on.
 */
final class VipsLibrary {
    private final NativeFunctions functions;

    private VipsLibrary(SymbolLookup symbols) {
        this.functions = new NativeFunctions(symbols);
        declareGlobals();
        declareImages();
        declareOperations();
    }

    /**
     * Loads this file, or without one the first library of a known name on the loader's path.
     *
     * @throws NativeFailure if there is none, or if it is no libvips
     */
    static VipsLibrary load(@Nullable Path file) {
        return new VipsLibrary(NativeLibrary.VIPS.open(file));
    }

    private void declareGlobals() {
        returning("vips_init", JAVA_INT, ADDRESS);
        returning("vips_version_string", ADDRESS);
        returning("vips_error_buffer_copy", ADDRESS);
        returning("g_setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        nothing("vips_cache_set_max", JAVA_INT);
        nothing("vips_concurrency_set", JAVA_INT);
        nothing("vips_block_untrusted_set", JAVA_INT);
        nothing("vips_operation_block_set", ADDRESS, JAVA_INT);
        nothing("g_free", ADDRESS);
        nothing("g_object_unref", ADDRESS);
    }

    private void declareImages() {
        for (String property : List.of("width", "height", "bands", "format", "interpretation")) {
            returning("vips_image_get_" + property, JAVA_INT, ADDRESS);
        }
        returning("vips_image_get_typeof", JAVA_LONG, ADDRESS, ADDRESS);
        returning("vips_image_get_blob", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        nothing("vips_image_set_blob_copy", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        returning("vips_image_write_to_memory", ADDRESS, ADDRESS, ADDRESS);
        returning("vips_image_new_from_memory", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    }

    /** Functions with a variable number of arguments, each in the one shape that is used here, closed by a null. */
    private void declareOperations() {
        variadic(3, "vips_image_new_from_buffer", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
        variadic(4, "vips_image_write_to_buffer", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        variadic(3, "vips_colourspace", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
        variadic(3, "vips_cast", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
        variadic(
                3,
                "vips_icc_transform",
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS);
        variadic(2, "vips_icc_import", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        variadic(2, "vips_icc_export", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
    }

    private void returning(String name, MemoryLayout result, MemoryLayout... arguments) {
        functions.returning(name, result, arguments);
    }

    private void nothing(String name, MemoryLayout... arguments) {
        functions.nothing(name, arguments);
    }

    private void variadic(int fixed, String name, MemoryLayout result, MemoryLayout... arguments) {
        functions.variadic(fixed, name, result, arguments);
    }

    /** Calls a function that returns an int. */
    int number(String name, Object... arguments) {
        return functions.number(name, arguments);
    }

    /** Calls a function that returns a long. */
    long longNumber(String name, Object... arguments) {
        return functions.longNumber(name, arguments);
    }

    /** Calls a function that returns a pointer. */
    MemorySegment pointer(String name, Object... arguments) {
        return functions.pointer(name, arguments);
    }

    /** Calls a function that returns nothing. */
    void run(String name, Object... arguments) {
        functions.run(name, arguments);
    }

    /** A failure with the text that libvips left, which may be another thread's: the buffer is one for the process. */
    NativeFailure failure() {
        var text = pointer("vips_error_buffer_copy");
        try {
            return new NativeFailure(NativeFunctions.text(text).strip());
        } finally {
            run("g_free", text);
        }
    }
}
