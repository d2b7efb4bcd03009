package photoset.gpu.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceExecutorTest {
    private final DeviceExecutor executor = new DeviceExecutor("test", Duration.ofMinutes(1));

    @AfterEach
    void close() {
        executor.close();
    }

    @Test
    void doesEverythingOnOneThread() {
        var first = executor.call(() -> Thread.currentThread().getName());

        assertThat(first)
                .isEqualTo("photoset-test")
                .isNotEqualTo(Thread.currentThread().getName());
        assertThat(executor.call(() -> Thread.currentThread().getName())).isEqualTo(first);
        assertThat(executor.busyNanos()).isPositive();
    }

    @Test
    void aLostDeviceFailsEveryLaterCallAndIsToldOnce() {
        var told = new AtomicInteger();
        executor.onLost(told::incrementAndGet);

        assertThatThrownBy(() -> executor.call(() -> {
                    throw new IllegalStateException("CUDA error: an illegal memory access was encountered");
                }))
                .isInstanceOf(DeviceLost.class);
        assertThatThrownBy(() -> executor.call(() -> "never computed")).isInstanceOf(DeviceLost.class);

        assertThat(told).hasValue(1);
        assertThat(executor.trouble()).contains("the device is lost");
    }

    @Test
    void onePhotosFailureIsItsOwnAndManyInARowAreTrouble() {
        for (int i = 0; i < 3; i++) {
            fail();
        }
        assertThat(executor.trouble()).isEmpty();
        fail();
        assertThat(executor.trouble()).contains("every call fails");

        assertThat(executor.call(() -> 1)).isEqualTo(1);
        assertThat(executor.trouble()).isEmpty();
    }

    private void fail() {
        assertThatThrownBy(() -> executor.call(() -> {
                    throw new IllegalArgumentException("odd photo");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CUDA out of memory. Tried to allocate 2.00 GiB          | OUT_OF_MEMORY",
                "CUDA error: out of memory                               | OUT_OF_MEMORY",
                "CUDA error: device-side assert triggered                | LOST",
                "CUDA error: unspecified launch failure                  | LOST",
                "CUBLAS_STATUS_EXECUTION_FAILED when calling cublasGemm  | LOST",
                "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED              | LOST",
                "The size of tensor a (3) must match                     | OTHER"
            })
    void tellsFaultsApartByTheirWords(String words, DeviceFault fault) {
        assertThat(DeviceFault.of(new IllegalStateException("forward failed", new IllegalStateException(words))))
                .isEqualTo(fault);
    }
}
