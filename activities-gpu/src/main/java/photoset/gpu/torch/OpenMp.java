package photoset.gpu.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Tells OpenMP, before libtorch brings it in, to sleep at its barriers. By default its threads spin there for
 * milliseconds; beside other busy processes one photo then cost eight times its CPU time and took ten times as long.
 */
final class OpenMp {
    private static final String VARIABLE = "OMP_WAIT_POLICY";
    private static final int KEEP_WHAT_IS_SET = 0;

    private OpenMp() {}

    /** Sets the variable in this process, since OpenMP reads nothing else, unless whoever started the process did. */
    @SuppressWarnings("restricted")
    static void waitPassively() {
        var linker = Linker.nativeLinker();
        var setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(VARIABLE);
            MemorySegment value = arena.allocateFrom("passive");
            int refused = (int) setenv.invokeExact(name, value, KEEP_WHAT_IS_SET);
            if (refused != 0) {
                throw new IllegalStateException("The environment is full");
            }
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
