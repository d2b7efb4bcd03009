package photoset.cpu.decoding;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.cpu.natives.NativeLibrary;

/**
 * How a child is started: this Java and this class path, little memory, no core dump, no file of more than 0 bytes, and
 * none of the parent's environment, where keys may be; nor can it read the parent's ({@link ProcessPrivacy}).
 *
 * @param main the class with the loop
 * @param libraries the shared libraries that are named; others are searched for
 */
record DecoderCommand(String main, Map<NativeLibrary, String> libraries, DecodingSettings settings) {
    /** A child with these libraries, or null for those that nobody names in a setting. */
    static DecoderCommand of(Class<?> main, @Nullable String vips, @Nullable String heif, DecodingSettings settings) {
        Map<NativeLibrary, String> libraries = new EnumMap<>(NativeLibrary.class);
        NativeLibrary.VIPS.named(vips).ifPresent(path -> libraries.put(NativeLibrary.VIPS, path));
        NativeLibrary.HEIF.named(heif).ifPresent(path -> libraries.put(NativeLibrary.HEIF, path));
        return new DecoderCommand(main.getName(), libraries, settings);
    }

    /**
     * Enough for 50 MP in the worst case: the file (60 MB), 16-bit RGBA by the Java reader (400), 8-bit RGBA (200), RGB
     * and alpha (200), and the same turned upright (200).
     */
    private static final String HEAP = "-Xmx1100m";

    private static final List<String> JAVA_OPTIONS = List.of(
            HEAP,
            // Pictures are arrays that go to the old generation at once, which is what the young one leaves.
            "-Xmn32m",
            // The heap never becomes smaller than it begins, which by default is a share of the machine's memory.
            "-Xms48m",
            "-XX:+UseSerialGC",
            // What one large photo took is given back.
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:TieredStopAtLevel=1",
            // By default a gigabyte of address space is reserved for classes and 48 MB for their code.
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED");

    /** What a program needs to find and read its own files; nothing that a stranger could use. */
    private static final List<String> KEPT = List.of("LANG", "PATH", "LD_LIBRARY_PATH");

    /**
     * Limits are set by the shell, which then becomes Java; its own name is the first word it is given. A child of root
     * is left without root's powers, where the machine lets them be given up: one of them is to read any process. Where a
     * container's memory runs out, the system ends the child and not its parent.
     */
    private static final String LIMITED = """
            { echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null
            ulimit -c 0; ulimit -f 0; ulimit -v "$0" || exit 1
            powerless='setpriv --bounding-set=-all --inh-caps=-all --no-new-privs'
            [ "$(id -u)" != 0 ] || ! $powerless true 2>/dev/null || exec $powerless "$@"
            exec "$@"
            """;

    Process start() throws IOException {
        ProcessPrivacy.isKept();
        var builder = new ProcessBuilder(limited(java()));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(KEPT);
        // Threads of native code would reserve 64 MB of address space each.
        builder.environment().putAll(Map.of("MALLOC_ARENA_MAX", "2"));
        return builder.start();
    }

    private List<String> limited(List<String> java) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return java;
        }
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", LIMITED, "" + settings.memory().toKilobytes()));
        command.addAll(java);
        return command;
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        libraries.forEach((library, path) ->
                command.add("-D%s=%s".formatted(library.property(), new File(path).getAbsolutePath())));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
    }
}
