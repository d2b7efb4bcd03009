package photoset.cpu.decoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import photoset.cpu.codec.ImageCodecs;

/** A child that does what the file says after the word "do:", as a decoder with a hole would. */
final class FaultyDecoder {
    private static final Pattern ORDER = Pattern.compile("do:([a-z]+);");

    /** Larger than any limit, and never touched. */
    private static final long NATIVE_BYTES = 8L << 30;

    private static final int HEAP_BYTES = 2_000_000_000;

    private FaultyDecoder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = new DataOutputStream(System.out);
        var in = new DataInputStream(new BufferedInputStream(System.in));
        out.writeUTF(ImageCodecs.find(null).name());
        out.flush();
        while (true) {
            if (DecoderProtocol.readOrder(in) instanceof DecoderProtocol.Order.Read(var file, var _)) {
                obey(file, out);
            }
        }
    }

    private static void obey(byte[] file, DataOutputStream out) throws IOException, InterruptedException {
        var order = ORDER.matcher(new String(file, ISO_8859_1));
        switch (order.find() ? order.group(1) : "") {
            case "hang" -> new CountDownLatch(1).await();
            case "crash" -> Runtime.getRuntime().halt(139);
            case "heap" -> fillHeap();
            case "native" ->
                DecoderProtocol.writeRefusal(out, "got " + Arena.ofAuto().allocate(NATIVE_BYTES));
            case "lie" -> out.write(new byte[100]);
            case "environment" -> DecoderProtocol.writeRefusal(out, "" + new TreeMap<>(System.getenv()).keySet());
            case "parent" -> DecoderProtocol.writeRefusal(out, "environ " + read("environ") + ", mem " + read("mem"));
            case "score" ->
                DecoderProtocol.writeRefusal(
                        out,
                        Files.readString(Path.of("/proc/self/oom_score_adj")).strip());
            case "process" ->
                DecoderProtocol.writeRefusal(out, "" + ProcessHandle.current().pid());
            default -> DecoderProtocol.writeRefusal(out, "nothing to do");
        }
    }

    /** What a file of the parent's folder in /proc says. */
    private static String read(String name) {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        try (var in = Files.newInputStream(Path.of("/proc", "" + parent, name))) {
            return "has " + in.readNBytes(64).length;
        } catch (AccessDeniedException denied) {
            return "is closed";
        } catch (IOException unreadable) {
            // Memory at 0 is nobody's; the file itself was opened.
            return "was opened";
        }
    }

    private static void fillHeap() {
        System.err.println(new byte[HEAP_BYTES].length);
    }
}
