package photoset.cpu.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PixelBudgetTest {
    private static final long HEAP_OF_AN_INSTALLATION = 2L << 30;

    private final PixelBudget budget = new PixelBudget(HEAP_OF_AN_INSTALLATION);

    @Test
    void aHeapOfTwoGibibytesHoldsTheLargestPhotoAndAnother() {
        try (var _ = budget.enter(50_000_000, PixelBudgetTest::full);
                var _ = budget.enter(12_000_000, PixelBudgetTest::full)) {
            assertThatThrownBy(() -> budget.enter(12_000_000, PixelBudgetTest::full))
                    .isInstanceOf(CancellationException.class);
        }
        budget.enter(50_000_000, PixelBudgetTest::full).close();
    }

    @Test
    void aPhotoLargerThanAllRoomHasAllOfIt() {
        var small = new PixelBudget(400L << 20);
        try (var _ = small.enter(50_000_000, PixelBudgetTest::full)) {
            assertThatThrownBy(() -> small.enter(1, PixelBudgetTest::full)).isInstanceOf(CancellationException.class);
        }
        small.enter(50_000_000, PixelBudgetTest::full).close();
    }

    @Test
    void aPhotoThatWaitsTellsItAndGoesOn() throws InterruptedException {
        var waits = new CountDownLatch(1);
        CompletableFuture<Void> second;
        try (var _ = budget.enter(50_000_000, PixelBudgetTest::full)) {
            second = CompletableFuture.runAsync(
                    () -> budget.enter(50_000_000, _ -> waits.countDown()).close());
            waits.await();
            assertThat(second).isNotDone();
        }
        second.join();
    }

    private static void full(String step) {
        throw new CancellationException(step);
    }
}
