package photoset.cpu.codec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shared library and its functions. The names of libvips, GLib and GObject come from one handle, since a look-up
 * also searches what a library depends on.
 */
@SuppressWarnings("restricted") // The one place where Java trusts C; the launchers enable native access.
final class VipsLibrary {
    /** The C library as distributions name it, then the self-contained build that sharp ships. */
    private static final List<String> NAMES = List.of(
            "libvips.so.42",
            "libvips.42.dylib",
            "libvips-cpp.so.8.18.3",
            "libvips-cpp.so.8.18.2",
            "libvips-cpp.so.8.18.1",
            "libvips-cpp.so.8.18.0");

    /** Longest error text that is read. */
    private static final long TEXT_BYTES_MAX = 4096;

    private final SymbolLookup symbols;
    private final Map<String, MethodHandle> functions = new HashMap<>();

    private VipsLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
        declareGlobals();
        declareImages();
        declareOperations();
    }

    /**
     * Loads this file, or without one the first library of a known name on the loader's path.
     *
     * @throws VipsFailure if there is none, or if it is no libvips
     */
    static VipsLibrary load(@Nullable Path file) {
        if (file != null) {
            return new VipsLibrary(open(file));
        }
        for (String name : NAMES) {
            try {
                return new VipsLibrary(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException absent) {
                // The next name may be there.
            }
        }
        throw new VipsFailure("libvips is not installed");
    }

    private static SymbolLookup open(Path file) {
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException absent) {
            throw new VipsFailure("no library can be loaded from " + file, absent);
        }
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
        declare(name, FunctionDescriptor.of(result, arguments));
    }

    private void nothing(String name, MemoryLayout... arguments) {
        declare(name, FunctionDescriptor.ofVoid(arguments));
    }

    private void variadic(int fixed, String name, MemoryLayout result, MemoryLayout... arguments) {
        declare(name, FunctionDescriptor.of(result, arguments), Linker.Option.firstVariadicArg(fixed));
    }

    private void declare(String name, FunctionDescriptor shape, Linker.Option... options) {
        var symbol = symbols.find(name).orElseThrow(() -> new VipsFailure("the library lacks " + name));
        functions.put(name, Linker.nativeLinker().downcallHandle(symbol, shape, options));
    }

    /** Calls a function that returns an int. */
    int number(String name, Object... arguments) {
        return (int) call(name, arguments);
    }

    /** Calls a function that returns a long. */
    long longNumber(String name, Object... arguments) {
        return (long) call(name, arguments);
    }

    /** Calls a function that returns a pointer. */
    MemorySegment pointer(String name, Object... arguments) {
        return (MemorySegment) call(name, arguments);
    }

    /** Calls a function that returns nothing. */
    void run(String name, Object... arguments) {
        invoke(name, arguments);
    }

    private Object call(String name, Object... arguments) {
        var result = invoke(name, arguments);
        if (result == null) {
            throw new VipsFailure(name + " returns nothing");
        }
        return result;
    }

    // A picture takes some ten calls, so the slow generic way of calling costs nothing that can be measured.
    private @Nullable Object invoke(String name, Object... arguments) {
        var function = functions.get(name);
        if (function == null) {
            throw new VipsFailure(name + " is not declared");
        }
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable failure) {
            throw new VipsFailure("calling " + name, failure);
        }
    }

    /** A failure with the text that libvips left, which may be another thread's: the buffer is one for the process. */
    VipsFailure failure() {
        var text = pointer("vips_error_buffer_copy");
        try {
            return new VipsFailure(text(text).strip());
        } finally {
            run("g_free", text);
        }
    }

    static String text(MemorySegment zeroTerminated) {
        return zeroTerminated.reinterpret(TEXT_BYTES_MAX).getString(0);
    }
}
