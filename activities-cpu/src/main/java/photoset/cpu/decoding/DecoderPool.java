package photoset.cpu.decoding;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photoset.cpu.header.PhotoRefused;

/**
 * The children: one is started at once, others when all are busy, so that there are never more than callers. The one
 * used last is used next, so that the others rest, and one that rests beside another for long is ended: it holds 90 MB.
 */
final class DecoderPool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DecoderPool.class);

    private final Supplier<Decoder> starter;
    private final Duration limit;
    private final Duration restMax;
    private final Executor afterRest;
    private final ConcurrentLinkedDeque<Resting> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean lacking;
    private volatile boolean closed;

    /** A child without an order since {@code nanos} of this process's clock. */
    private record Resting(Decoder decoder, long nanos) {}

    /**
     * Starts the first child.
     *
     * @param limit what one order may take
     * @param restMax after which a child is ended that is not the only one at rest
     * @throws DecoderUnavailable if that fails: such a worker could do nothing
     */
    DecoderPool(Supplier<Decoder> starter, Duration limit, Duration restMax) {
        this.starter = starter;
        this.limit = limit;
        this.restMax = restMax;
        this.afterRest = CompletableFuture.delayedExecutor(restMax.toNanos(), TimeUnit.NANOSECONDS);
        rest(starter.get());
    }

    /**
     * Has an order carried out. A child that dies over it is replaced and the order tried once more, since the machine
     * may have been the reason; one that is late is not, since a file that hangs does so again.
     *
     * @throws PhotoRefused if the file is damaged, or cannot be decoded within the limits
     */
    <T> T ask(DecoderProtocol.Order order, Decoder.Answer<T> answer) {
        var used = idle.poll();
        try {
            return attempt(used == null ? started() : used.decoder(), order, answer);
        } catch (DecoderLost lost) {
            if (lost.isLate()) {
                throw refusal(lost);
            }
            return askAgain(order, answer);
        }
    }

    private <T> T askAgain(DecoderProtocol.Order order, Decoder.Answer<T> answer) {
        try {
            return attempt(started(), order, answer);
        } catch (DecoderLost lost) {
            throw refusal(lost);
        }
    }

    private Decoder started() {
        try {
            var decoder = starter.get();
            lacking = false;
            return decoder;
        } catch (DecoderUnavailable failure) {
            lacking = true;
            throw failure;
        }
    }

    /** Why no child can be started, or empty; tries it if the last one could not be. */
    Optional<String> trouble() {
        if (!lacking) {
            return Optional.empty();
        }
        try {
            giveBack(started());
            return Optional.empty();
        } catch (DecoderUnavailable still) {
            return Optional.ofNullable(still.getMessage());
        }
    }

    private static PhotoRefused refusal(DecoderLost lost) {
        log.warn("decoder.limit_exceeded reason={}", lost.getMessage());
        return PhotoRefused.undecodable(lost);
    }

    private <T> T attempt(Decoder decoder, DecoderProtocol.Order order, Decoder.Answer<T> answer) throws DecoderLost {
        try {
            return decoder.ask(order, limit, answer);
        } catch (RefusedByDecoder refused) {
            throw PhotoRefused.damaged(refused);
        } finally {
            giveBack(decoder);
        }
    }

    private void giveBack(Decoder decoder) {
        if (!decoder.isUsable()) {
            return;
        }
        rest(decoder);
        afterRest.execute(this::endSurplus);
    }

    private void rest(Decoder decoder) {
        idle.push(new Resting(decoder, System.nanoTime()));
        killIfClosed();
    }

    /** Those used longest ago are last. */
    private void endSurplus() {
        for (var last = idle.pollLast(); last != null; last = idle.pollLast()) {
            if (idle.isEmpty() || System.nanoTime() - last.nanos() < restMax.toNanos()) {
                idle.addLast(last);
                killIfClosed();
                return;
            }
            last.decoder().kill();
        }
    }

    /** Whoever puts a child back may do so after the last one was killed. */
    private void killIfClosed() {
        if (closed) {
            killIdle();
        }
    }

    private void killIdle() {
        for (var resting = idle.poll(); resting != null; resting = idle.poll()) {
            resting.decoder().kill();
        }
    }

    @Override
    public void close() {
        closed = true;
        killIdle();
    }
}
