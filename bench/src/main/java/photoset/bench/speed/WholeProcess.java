package photoset.bench.speed;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import photoset.cli.render.InstalledCodec;
import photoset.cpu.codec.ImageCodec;
import photoset.imaging.png.GreyPng;
import photoset.workflows.rendering.OutputFormat;

/**
 * Compares processes that edit one photo with one that only decodes and encodes it: start of Java, libraries and all. The
 * memory of an edit is what the heap must have more than the copy's to get through; what a process takes when it may have
 * more tells how lazily garbage is collected.
 */
final class WholeProcess {
    /** A heap in which no Java process of this size gets through. */
    private static final int HEAP_MIN_MB = 8;

    /** The least heap is found to a twenty-fifth of it, or to this. */
    private static final int HEAP_STEP_MB = 2;

    private static final int HEAP_PARTS = 25;

    private static final List<String> TASKS = List.of("copy", "recolor", "texture");

    private final PrintStream out;
    private final ImageCodec codec = InstalledCodec.find();

    WholeProcess(PrintStream out) {
        this.out = out;
    }

    /** What a process took. */
    private record Cost(long wallMs, long cpuMs, long peakKib, int heapMb) {}

    void run(List<Integer> megapixels) throws IOException {
        out.println();
        out.println(
                "One photo from file to file in a process of its own; bytes are what its heap needs beyond the copy's.");
        out.printf(
                "%4s %-8s %8s %8s %7s %9s %9s %12s%n",
                "MP", "task", "wall ms", "cpu ms", "cpu x", "peak MB", "heap MB", "bytes/pixel");
        var folder = Files.createTempDirectory("photoset-bench");
        try {
            for (int size : megapixels) {
                compare(size, folder);
            }
        } finally {
            for (String name : List.of("photo.jpg", "mask.png", "result.jpg")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private void compare(int size, Path folder) throws IOException {
        var bench = new BenchPhoto(size);
        var picture = bench.picture();
        Files.write(folder.resolve("photo.jpg"), codec.write(picture, OutputFormat.JPEG));
        Files.write(folder.resolve("mask.png"), GreyPng.encode(bench.wall()));
        Cost copy = new Cost(0, 0, 0, 0);
        for (String task : TASKS) {
            var cost = measured(task, folder);
            copy = task.equals("copy") ? cost : copy;
            out.printf(
                    "%4d %-8s %8d %8d %7.2f %9.0f %9d %12.1f%n",
                    size,
                    task,
                    cost.wallMs,
                    cost.cpuMs,
                    (double) cost.cpuMs / copy.cpuMs,
                    cost.peakKib / 1024.0,
                    cost.heapMb,
                    (cost.heapMb - copy.heapMb) * 1024.0 * 1024 / picture.pixels());
        }
    }

    private static Cost measured(String task, Path folder) throws IOException {
        long began = System.nanoTime();
        var process = process(task, folder, List.of())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        long wall = (System.nanoTime() - began) / 1_000_000;
        var words = said.substring(said.lastIndexOf('\n') + 1).split(" ", -1);
        if (words.length != 2) {
            throw new IOException("The process for " + task + " ended with: " + said);
        }
        long peakKib = Long.parseLong(words[1]);
        return new Cost(wall, Long.parseLong(words[0]), peakKib, leastHeap(task, folder, (int) (peakKib / 1024)));
    }

    /** By halving, from a size that was enough. */
    private static int leastHeap(String task, Path folder, int enoughMb) throws IOException {
        int enough = enoughMb;
        int tooLittle = HEAP_MIN_MB;
        while (enough - tooLittle > Math.max(HEAP_STEP_MB, enough / HEAP_PARTS)) {
            int tried = (enough + tooLittle) / 2;
            if (getsThrough(task, folder, tried)) {
                enough = tried;
            } else {
                tooLittle = tried;
            }
        }
        return enough;
    }

    private static boolean getsThrough(String task, Path folder, int heapMb) throws IOException {
        try {
            return process(task, folder, List.of("-Xmx" + heapMb + "m"))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped while a process was measured.");
        }
    }

    private static ProcessBuilder process(String task, Path folder, List<String> options) {
        var java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OneProcess.class.getName(), task));
        for (String file : List.of("photo.jpg", "mask.png", "result.jpg")) {
            command.add(folder.resolve(file).toString());
        }
        return new ProcessBuilder(command);
    }
}
