package photoset.cpu.natives;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shared libraries that codecs use, what names their files, and how distributions call them. */
public enum NativeLibrary {
    /** The C library as distributions name it, then the self-contained build that sharp ships. */
    VIPS(
            "libvips",
            "photoset.vips.path",
            "PHOTOSET_VIPS",
            List.of(
                    "libvips.so.42",
                    "libvips.42.dylib",
                    "libvips-cpp.so.8.18.3",
                    "libvips-cpp.so.8.18.2",
                    "libvips-cpp.so.8.18.1",
                    "libvips-cpp.so.8.18.0")),
    HEIF("libheif", "photoset.heif.path", "PHOTOSET_HEIF", List.of("libheif.so.1", "libheif.1.dylib"));

    private final String title;
    private final String property;
    private final String variable;
    private final List<String> names;

    NativeLibrary(String title, String property, String variable, List<String> names) {
        this.title = title;
        this.property = property;
        this.variable = variable;
        this.names = names;
    }

    /** The system property that names the file. */
    public String property() {
        return property;
    }

    /** The environment variable that names the file. */
    public String variable() {
        return variable;
    }

    /** The file that the system property, this setting or the environment variable names, whichever is there first. */
    public Optional<String> named(@Nullable String setting) {
        for (@Nullable
        String path : new @Nullable String[] {System.getProperty(property), setting, System.getenv(variable)}) {
            if (path != null && !path.isBlank()) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /**
     * Loads this file, or without one the first library of a known name on the loader's path.
     *
     * @throws NativeFailure if there is none
     */
    @SuppressWarnings("restricted") // Java trusts C here; the launchers enable native access.
    public SymbolLookup open(@Nullable Path file) {
        if (file != null) {
            return opened(file);
        }
        for (String name : names) {
            try {
                return SymbolLookup.libraryLookup(name, Arena.global());
            } catch (IllegalArgumentException absent) {
                // The next name may be there.
            }
        }
        throw new NativeFailure(title + " is not installed");
    }

    /**
     * Loads a library that another one needs and would not find.
     *
     * @throws NativeFailure if that fails
     */
    public static void preload(Path file) {
        opened(file);
    }

    @SuppressWarnings("restricted") // As above.
    private static SymbolLookup opened(Path file) {
        try {
            return SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException absent) {
            throw new NativeFailure("no library can be loaded from " + file, absent);
        }
    }

    /** What it is called in sentences. */
    public String title() {
        return title;
    }
}
