package photoset.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import photoset.api.materials.Materials;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.edges.Refinement;
import photoset.cpu.painting.Layer;
import photoset.cpu.painting.PaintOrder;
import photoset.cpu.painting.Painted;
import photoset.cpu.painting.Painter;
import photoset.imaging.Downscale;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.rendering.ResolvedMaterial;
import photoset.workflows.rendering.SurfaceKind;

/** The stages of one photo on one thread; the codec's own two are the measure for the others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StageBenchmark {
    /** What the worker gives its models. */
    private static final int VIEW_QUALITY = 95;

    @Param({"2", "12", "24", "50"})
    int megapixels;

    private final ResolvedMaterial oak = new Materials().drawn("oak_a").orElseThrow();
    private final ImageCodec codec = ImageCodecs.find(null);
    private Raster photo = new Raster(0, 0, new byte[0]);
    private Mask wall = Mask.empty(0, 0);
    private Mask edged = wall;
    private byte[] jpeg = {};

    /** Makes the photo and its file. */
    @Setup
    public void prepare() {
        var bench = new BenchPhoto(megapixels);
        jpeg = codec.write(bench.picture(), OutputFormat.JPEG);
        photo = codec.read(jpeg).pixels();
        wall = bench.wall();
        // As a job paints: soft edges are part of the price.
        edged = Refinement.refined(photo, List.of(wall)).getFirst();
    }

    /**
     * What a call took of all threads of the process, since libvips works on one of its own; other work on the machine
     * does not lengthen it.
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cpu {
        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        /** Thousandths of a second. */
        public double cpuMs;

        <T> T spent(Supplier<T> stage) {
            long before = SYSTEM.getProcessCpuTime();
            T result = stage.get();
            cpuMs += (SYSTEM.getProcessCpuTime() - before) / 1e6;
            return result;
        }
    }

    /** JPEG to pixels, by the codec. */
    @Benchmark
    public Raster decode(Cpu cpu) {
        return cpu.spent(() -> codec.read(jpeg).pixels());
    }

    /** Pixels to a delivered JPEG, by the codec. */
    @Benchmark
    public byte[] encode(Cpu cpu) {
        return cpu.spent(() -> codec.write(photo, OutputFormat.JPEG));
    }

    /** The reduced copy that models see. */
    @Benchmark
    public byte[] view(Cpu cpu) {
        return cpu.spent(() -> codec.writeJpeg(Downscale.toLongSide(photo, PhotoLimits.VIEW_SIDE_PX), VIEW_QUALITY));
    }

    /** The wall's mask, drawn along the photo's edges. */
    @Benchmark
    public List<Mask> refine(Cpu cpu) {
        return cpu.spent(() -> Refinement.refined(photo, List.of(wall)));
    }

    /** Half of the photo in another colour. */
    @Benchmark
    public Painted recolor(Cpu cpu) {
        return cpu.spent(() -> painted(new ResolvedAction.Recolor("Wall", "#9caf88", 1)));
    }

    /** Half of the photo in another material. */
    @Benchmark
    public Painted texture(Cpu cpu) {
        return cpu.spent(() -> painted(new ResolvedAction.Texture("Wall", oak, 1, List.of(), 1, 0, SurfaceKind.WALL)));
    }

    private Painted painted(ResolvedAction action) {
        var order = new PaintOrder(photo, List.of(new Layer(action, edged)), List.of(), false);
        return new Painter(step -> {}).paint(order);
    }
}
