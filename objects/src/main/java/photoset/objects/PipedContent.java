package photoset.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A content that somebody reads, written by a thread of its own. A content that fails is no content that ends: the reader
 * gets the failure, so that half an object is never stored as a whole one.
 */
final class PipedContent extends InputStream {
    private static final int BUFFER_BYTES = 64 << 10;

    private final PipedInputStream in = new PipedInputStream(BUFFER_BYTES);
    private final CompletableFuture<Void> written = new CompletableFuture<>();
    private final Thread writer;

    PipedContent(ObjectContent content) throws IOException {
        var out = new PipedOutputStream(in);
        this.writer = Thread.ofPlatform().daemon().name("store-content").start(() -> {
            try (out) {
                content.writeTo(out);
                out.flush();
                written.complete(null);
            } catch (IOException | RuntimeException | Error failure) {
                written.completeExceptionally(failure);
            }
        });
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read < 0) {
            demandWhole();
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0) {
            demandWhole();
        }
        return read;
    }

    private void demandWhole() throws IOException {
        try {
            written.join();
        } catch (CompletionException failed) {
            throw new IOException("The content could not be written.", failed.getCause());
        }
    }

    /** Returns if the content is not to blame for what went wrong. */
    void throwWhatItThrew() throws IOException {
        @Nullable Throwable failure = written.isCompletedExceptionally() ? written.exceptionNow() : null;
        switch (failure) {
            case null -> {}
            case IOException failed -> throw failed;
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            default -> throw new IOException(failure);
        }
    }

    /** The writer, if it still writes, fails at its next byte. */
    @Override
    public void close() throws IOException {
        in.close();
        writer.interrupt();
    }
}
