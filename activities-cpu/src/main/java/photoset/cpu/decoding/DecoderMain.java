package photoset.cpu.decoding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.header.PhotoRefused;

/**
 * The child: reads orders from standard input, answers on standard output, and ends with its parent. One thread decodes;
 * the other one waits for the end of the input, since a decoder that hangs would never look.
 */
final class DecoderMain {
    /** Any other end is told by the exit code of Java or by the signal. */
    private static final int BROKEN = 9;

    /** Above this a photo's memory is given back before the next one, at the cost of some milliseconds. */
    private static final int LARGE_BYTES = 24_000_000;

    /** Without an order for so long, what photos of any size took is given back. */
    private static final long REST_SECONDS = 10;

    private final ImageCodec codec;
    private final DataOutputStream out;
    private final SynchronousQueue<DecoderProtocol.Order> orders = new SynchronousQueue<>();

    private DecoderMain(ImageCodec codec, DataOutputStream out) {
        this.codec = codec;
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library prints must not come between the answers.
        System.setOut(System.err);
        try {
            var codec = ImageCodecs.find(null);
            out.writeUTF(codec.name());
            out.flush();
            new DecoderMain(codec, out).serve();
        } catch (IOException | InterruptedException parentGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void serve() throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().name("decoder").start(this::decodeForEver);
        try (var in = new DataInputStream(new BufferedInputStream(System.in))) {
            while (true) {
                orders.put(DecoderProtocol.readOrder(in));
            }
        }
    }

    private void decodeForEver() {
        try {
            while (true) {
                int bytes = answer(next());
                if (bytes > LARGE_BYTES) {
                    System.gc();
                }
            }
        } catch (Throwable fatal) {
            // Also errors: after a stack overflow or a lack of memory nothing here can be trusted.
            Runtime.getRuntime().halt(BROKEN);
        }
    }

    private DecoderProtocol.Order next() throws InterruptedException {
        var order = orders.poll(REST_SECONDS, TimeUnit.SECONDS);
        if (order != null) {
            return order;
        }
        System.gc();
        return orders.take();
    }

    private int answer(DecoderProtocol.Order order) throws IOException {
        try {
            return switch (order) {
                case DecoderProtocol.Order.Read(var file, var wanted) -> {
                    var photo = codec.read(file, wanted);
                    DecoderProtocol.writePhoto(out, photo);
                    yield photo.pixels().rgb().length;
                }
                case DecoderProtocol.Order.ToProfile(var srgb, var profile) -> {
                    DecoderProtocol.writeConverted(out, codec.toProfile(srgb, profile));
                    yield srgb.rgb().length;
                }
            };
        } catch (PhotoRefused refused) {
            var cause = refused.getCause();
            DecoderProtocol.writeRefusal(out, cause == null ? refused.getMessage() : cause.getMessage());
            return 0;
        }
    }
}
