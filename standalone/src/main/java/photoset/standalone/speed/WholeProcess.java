package photoset.standalone.speed;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import photoset.cpu.codec.ImageCodec;
import photoset.standalone.render.InstalledCodec;
import photoset.workflows.rendering.OutputFormat;

/** Compares processes that edit one photo with one that only decodes and encodes it: start of Java, libraries and all. */
final class WholeProcess {
    private static final List<String> TASKS = List.of("copy", "recolor", "texture");

    private final PrintStream out;
    private final ImageCodec codec = InstalledCodec.find();

    WholeProcess(PrintStream out) {
        this.out = out;
    }

    /** What a process took. */
    private record Cost(long wallMs, long cpuMs, long peakKib) {}

    void run(List<Integer> megapixels) throws IOException {
        out.println();
        out.println("One photo from file to file in a process of its own; bytes are the peak beyond the copy's.");
        out.printf(
                "%4s %-8s %8s %8s %9s %12s %7s%n",
                "MP", "task", "wall ms", "cpu ms", "peak MB", "bytes/pixel", "cpu x");
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
        Files.write(folder.resolve("mask.png"), codec.writeMask(bench.wall()));
        Cost copy = new Cost(0, 0, 0);
        for (String task : TASKS) {
            var cost = measured(task, folder);
            copy = task.equals("copy") ? cost : copy;
            out.printf(
                    "%4d %-8s %8d %8d %9.0f %12.1f %7.2f%n",
                    size,
                    task,
                    cost.wallMs,
                    cost.cpuMs,
                    cost.peakKib / 1024.0,
                    (cost.peakKib - copy.peakKib) * 1024.0 / picture.pixels(),
                    (double) cost.cpuMs / copy.cpuMs);
        }
    }

    private static Cost measured(String task, Path folder) throws IOException {
        long began = System.nanoTime();
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneProcess.class.getName(),
                        task,
                        folder.resolve("photo.jpg").toString(),
                        folder.resolve("mask.png").toString(),
                        folder.resolve("result.jpg").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        long wall = (System.nanoTime() - began) / 1_000_000;
        var words = said.substring(said.lastIndexOf('\n') + 1).split(" ", -1);
        if (words.length != 2) {
            throw new IOException("The process for " + task + " ended with: " + said);
        }
        return new Cost(wall, Long.parseLong(words[0]), Long.parseLong(words[1]));
    }
}
