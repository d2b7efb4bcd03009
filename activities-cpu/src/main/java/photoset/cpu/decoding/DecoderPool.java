package photoset.cpu.decoding;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photoset.cpu.header.PhotoRefused;

/**
 * The children: one is started at once, others when all are busy, so that there are never more than callers. The one
 * used last is used next, which keeps it warm and the others swapped out.
 */
final class DecoderPool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DecoderPool.class);

    private final Supplier<Decoder> starter;
    private final Duration limit;
    private final ConcurrentLinkedDeque<Decoder> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean lacking;
    private volatile boolean closed;

    /**
     * Starts the first child.
     *
     * @throws DecoderUnavailable if that fails: such a worker could do nothing
     */
    DecoderPool(Supplier<Decoder> starter, Duration limit) {
        this.starter = starter;
        this.limit = limit;
        idle.push(starter.get());
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
            return attempt(used == null ? started() : used, order, answer);
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
        idle.push(decoder);
        if (closed) {
            killIdle();
        }
    }

    private void killIdle() {
        for (var decoder = idle.poll(); decoder != null; decoder = idle.poll()) {
            decoder.kill();
        }
    }

    @Override
    public void close() {
        closed = true;
        killIdle();
    }
}
