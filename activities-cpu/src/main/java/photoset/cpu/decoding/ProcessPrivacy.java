package photoset.cpu.decoding;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this process's environment and memory, where keys are, from processes of the same user, such as a child that a
 * file has taken over: on Linux by prctl(2) with PR_SET_DUMPABLE, after which {@code /proc/PID/environ} and {@code mem}
 * are open to a holder of CAP_SYS_PTRACE or CAP_PERFMON only. Debuggers of the same user are kept out likewise.
 */
final class ProcessPrivacy {
    private static final Logger log = LoggerFactory.getLogger(ProcessPrivacy.class);

    /** linux/prctl.h. */
    private static final int PR_GET_DUMPABLE = 3;

    private static final int PR_SET_DUMPABLE = 4;

    /** For the life of this process; set once, by the first who asks. */
    private static final boolean PRIVATE = set();

    private ProcessPrivacy() {}

    /** Whether nobody but root can read this process; makes it so at the first call. */
    static boolean isKept() {
        return PRIVATE;
    }

    private static boolean set() {
        if (!System.getProperty("os.name").equals("Linux")) {
            log.warn("decoding.parent_readable reason={}", "only Linux can keep a process private");
            return false;
        }
        try {
            prctl(PR_SET_DUMPABLE);
            return prctl(PR_GET_DUMPABLE) == 0;
        } catch (IllegalStateException refused) {
            log.warn("decoding.parent_readable reason={}", refused.getMessage());
            return false;
        }
    }

    @SuppressWarnings("restricted") // Two numbers in, one out.
    private static int prctl(int option) {
        var linker = Linker.nativeLinker();
        try {
            var shape = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
            var function = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("prctl"), shape, Linker.Option.firstVariadicArg(1));
            return (int) function.invokeExact(option, 0L, 0L, 0L, 0L);
        } catch (Throwable failure) {
            throw new IllegalStateException("prctl cannot be called", failure);
        }
    }
}
