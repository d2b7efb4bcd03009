package photoset.cpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import photoset.objects.StoreSettings;

/** A line to a store that moves a bounded number of bytes a second in each direction. */
public final class SlowLine implements AutoCloseable {
    private static final int PIECES_A_SECOND = 20;

    private final ServerSocket door;
    private final StoreSettings store;
    private final int pieceBytes;
    private final Semaphore ending = new Semaphore(0);

    private SlowLine(ServerSocket door, StoreSettings store, int bytesPerSecond) {
        this.door = door;
        this.store = store;
        this.pieceBytes = bytesPerSecond / PIECES_A_SECOND;
    }

    /** To this store. */
    public static SlowLine to(StoreSettings store, int bytesPerSecond) {
        try {
            var line = new SlowLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), store, bytesPerSecond);
            Thread.ofVirtual().start(line::accept);
            return line;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same store at this end of the line. */
    public StoreSettings settings() {
        return new StoreSettings(
                URI.create("http://127.0.0.1:" + door.getLocalPort()),
                null,
                store.region(),
                store.bucket(),
                store.accessKey(),
                store.secretKey());
    }

    private void accept() {
        try {
            while (true) {
                var near = door.accept();
                var far =
                        new Socket(store.endpoint().getHost(), store.endpoint().getPort());
                Thread.ofVirtual().start(() -> move(near, far));
                Thread.ofVirtual().start(() -> move(far, near));
            }
        } catch (IOException closed) {
            // The end of the line.
        }
    }

    private void move(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[pieceBytes];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                out.flush();
                if (ending.tryAcquire(1000 / PIECES_A_SECOND, TimeUnit.MILLISECONDS)) {
                    ending.release();
                    return;
                }
            }
        } catch (IOException closed) {
            // By the other end.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ending.release();
        try {
            door.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
