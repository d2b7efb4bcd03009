package photoset.cpu.decoding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One child as its parent sees it. Used by one thread at a time; after {@link DecoderLost} it is gone. */
final class Decoder {
    /** Java starts within a second; a machine that needs this long decodes nothing in time either. */
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    /** Kills whoever is late, for all children; the task takes microseconds. */
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("decoding-watch").unstarted(task));

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile boolean late;

    private Decoder(Process process) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Starts a child and waits for its first word.
     *
     * @param codec the name of the parent's codec; a child with another one would make other pixels
     * @throws DecoderUnavailable if that fails
     */
    static Decoder start(DecoderCommand command, String codec) {
        try {
            var decoder = new Decoder(command.start());
            var name = decoder.within(START_LIMIT, in -> in.readUTF());
            if (!name.equals(codec)) {
                decoder.kill();
                throw new IOException("it found the codec %s instead of %s".formatted(name, codec));
            }
            return decoder;
        } catch (IOException | DecoderLost | RefusedByDecoder failure) {
            throw new DecoderUnavailable(
                    "A process that decodes photos cannot be started: " + failure.getMessage(), failure);
        }
    }

    /** Reads an answer. */
    interface Answer<T> {
        T read(DataInputStream in) throws IOException, RefusedByDecoder;
    }

    /**
     * Sends an order and waits for its answer.
     *
     * @throws DecoderLost if the child died or took longer, in which case it has been killed
     */
    <T> T ask(DecoderProtocol.Order order, Duration limit, Answer<T> answer) throws DecoderLost, RefusedByDecoder {
        return within(limit, in -> {
            DecoderProtocol.write(out, order);
            return answer.read(in);
        });
    }

    private <T> T within(Duration limit, Answer<T> answer) throws DecoderLost, RefusedByDecoder {
        var settled = new AtomicBoolean();
        var alarm = WATCH.schedule(() -> tooLate(settled), limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return answer.read(in);
        } catch (IOException broken) {
            kill();
            throw new DecoderLost(late ? "no answer within " + limit : "it ended with " + exit(), late, broken);
        } finally {
            settled.set(true);
            alarm.cancel(false);
        }
    }

    // An answer at the last moment and the alarm may cross: then the child is spent, and the answer still counts.
    private void tooLate(AtomicBoolean settled) {
        if (settled.compareAndSet(false, true)) {
            late = true;
            kill();
        }
    }

    private String exit() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) ? "exit code " + process.exitValue() : "no exit code";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "an unknown exit code";
        }
    }

    /** Whether it can be asked again. */
    boolean isUsable() {
        return !late && process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }
}
