package photoset.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.api.materials.Materials;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painter;
import photoset.imaging.Raster;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.SurfaceKind;

/** One photo in a process of its own, from file to file; prints what the process has taken. */
final class OneProcess {
    private static final String PEAK = "VmHWM:";

    private OneProcess() {}

    /** Arguments: what to do ({@code copy}, {@code recolor} or {@code texture}), photo, mask, result. */
    public static void main(String[] arguments) throws IOException {
        var codec = ImageCodecs.find(null);
        var photo = codec.read(Files.readAllBytes(Path.of(arguments[1]))).pixels();
        var action = action(arguments[0]);
        Raster result = photo;
        if (action != null) {
            var mask = codec.readMask(Files.readAllBytes(Path.of(arguments[2])));
            var order = new PaintOrder(photo, List.of(new Layer(action, mask)), List.of(), false);
            result = new Painter(step -> {}).paint(order).picture();
        }
        Files.write(Path.of(arguments[3]), codec.write(result, OutputFormat.JPEG));
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println(cpu + " " + peakKib());
    }

    private static @Nullable ResolvedAction action(String what) {
        return switch (what) {
            case "recolor" -> new ResolvedAction.Recolor("Wall", "#9caf88", 1);
            case "texture" ->
                new ResolvedAction.Texture(
                        "Wall", new Materials().drawn("oak_a").orElseThrow(), 1, List.of(), 1, 0, SurfaceKind.WALL);
            default -> null;
        };
    }

    /** The largest resident memory of this process so far; Linux keeps it. */
    private static long peakKib() throws IOException {
        var line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(status -> status.startsWith(PEAK))
                .findFirst()
                .orElse(PEAK + " 0 kB");
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
