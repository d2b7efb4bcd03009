package photoset.bench.removal;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.removal.Removal;
import photoset.cpu.removal.RemovalOrder;
import photoset.workflows.rendering.OutputFormat;

/** The CPU time of a removal beside decoding and encoding of the same photo in the same run. */
final class RemovalCost {
    /** The compilers are done with it, and the least of some is no other program's. */
    private static final int ROUNDS = 5;

    /** Decoding and encoding are timed so often together: a process is told its time in steps of 10 ms on some systems. */
    private static final int REPEATS = 10;

    private static final double ASPECT = 1.5;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final PrintStream out;
    private final ImageCodec codec;

    RemovalCost(PrintStream out, ImageCodec codec) {
        this.out = out;
        this.codec = codec;
    }

    void run(List<Integer> megapixels) {
        out.println();
        out.println("CPU ms of all threads, the least of " + ROUNDS + ", beside a JPEG of the same photo.");
        out.printf("%4s %-22s %8s %8s %8s %8s%n", "MP", "", "remove", "decode", "encode", "ratio");
        for (int size : megapixels) {
            for (var what : List.of(
                    RemovalCase.SOCKET_ON_PLASTER, RemovalCase.CABLE_ON_PLASTER, RemovalCase.RUG_ON_LAID_TILES)) {
                measure(size, what);
            }
        }
    }

    private void measure(int megapixels, RemovalCase what) {
        var shot = what.shot((int) Math.round(Math.sqrt(megapixels * 1e6 * ASPECT)));
        var order = new RemovalOrder(shot.photo(), List.of(shot.thing()), List.of(), List.of());
        byte[] file = codec.write(shot.photo(), OutputFormat.JPEG);
        double[] least = new double[3];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            long began = SYSTEM.getProcessCpuTime();
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                codec.read(file);
            }
            long decoded = SYSTEM.getProcessCpuTime();
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                codec.write(shot.photo(), OutputFormat.JPEG);
            }
            long encoded = SYSTEM.getProcessCpuTime();
            Removal.of(order, () -> {});
            long removed = SYSTEM.getProcessCpuTime();
            least[0] = Math.min(least[0], (decoded - began) / 1e6 / REPEATS);
            least[1] = Math.min(least[1], (encoded - decoded) / 1e6 / REPEATS);
            least[2] = Math.min(least[2], (removed - encoded) / 1e6);
        }
        out.printf(
                Locale.ROOT,
                "%4d %-22s %8.0f %8.0f %8.0f %8.1f%n",
                megapixels,
                what.title(),
                least[2],
                least[0],
                least[1],
                least[2] / (least[0] + least[1]));
    }
}
