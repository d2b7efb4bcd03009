package photoset.gpu.torch;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a failed native call means; libtorch tells it in words only. */
public enum DeviceFault {
    /** The call was too large; a smaller one may pass. */
    OUT_OF_MEMORY,
    /** The CUDA context is broken, and so is every later call (pytorch.org, notes on CUDA semantics). */
    LOST,
    /** The call's own fault. */
    OTHER;

    private static final List<String> TOO_LARGE = List.of("out of memory", "cublas_status_alloc_failed");

    private static final List<String> BROKEN = List.of(
            "cuda error",
            "device-side assert",
            "illegal memory access",
            "unspecified launch failure",
            "cublas_status_execution_failed",
            "cublas_status_not_initialized",
            "cudnn_status_execution_failed",
            "cudnn_status_internal_error");

    /** Judges by the messages of a failure and of its causes. */
    public static DeviceFault of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            // First, since "CUDA error: out of memory" is not sticky.
            if (TOO_LARGE.stream().anyMatch(words::contains)) {
                return OUT_OF_MEMORY;
            }
            if (BROKEN.stream().anyMatch(words::contains)) {
                return LOST;
            }
        }
        return OTHER;
    }
}
