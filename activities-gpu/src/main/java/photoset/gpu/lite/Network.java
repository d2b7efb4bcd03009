package photoset.gpu.lite;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.cuda.CudaUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import photoset.gpu.lite.LiteModel.Processor;
import photoset.gpu.masks.Plane;
import photoset.gpu.pictures.Picture;

/**
 * The TorchScript module. Every native call happens on one thread, the lane: the first forward of a module is not
 * thread-safe in DJL, several threads on one device only wait for each other, and one lane needs one input buffer.
 * Only float32 crosses the border, since DJL ends the process at others (bfloat16 among them).
 */
final class Network implements AutoCloseable {
    private static final int FLOAT_BYTES = Float.BYTES;
    private static final int CHANNELS = 3;

    /** A call takes a tenth of a second on a slow CPU; one that takes this long never ends. */
    private static final Duration CALL_MAX = Duration.ofSeconds(60);

    /** A broken CUDA context fails every later call; one failure may be a photo's own, three in a row are not. */
    private static final int FAILURES_MAX = 3;

    private final ExecutorService lane;
    private final Model model;
    private final AtomicInteger failedInARow = new AtomicInteger();
    private volatile long runningSince;
    private ByteBuffer input = ByteBuffer.allocateDirect(0);

    private Network(ExecutorService lane, Model model) {
        this.lane = lane;
        this.model = model;
    }

    static Network load(byte[] file, Processor processor) throws IOException {
        prepare(processor);
        var lane = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("photoset-lite").daemon().factory());
        try {
            return new Network(lane, call(lane, () -> open(file, processor)));
        } catch (IOException | RuntimeException refused) {
            lane.shutdown();
            throw refused;
        }
    }

    /** Must come before the first DJL class that looks for native libraries. */
    private static void prepare(Processor processor) {
        OpenMp.waitPassively();
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(processor.threads()));
        // Albums mix shapes, and the optimizer would profile each of them anew; measured, it gains nothing here.
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        if (processor.isCuda() && CudaUtils.getGpuCount() == 0) {
            throw new IllegalStateException(
                    "A CUDA device is expected, but none is there (no driver, no libcudart on the"
                            + " loader's path, or no card)");
        }
    }

    private static Model open(byte[] file, Processor processor) throws IOException, MalformedModelException {
        var model = Model.newInstance("lite", processor.isCuda() ? Device.gpu(0) : Device.cpu(), "PyTorch");
        model.load(new ByteArrayInputStream(file), Map.of("mapLocation", "true"));
        return model;
    }

    /**
     * Probabilities of all concepts at half the picture's size, one plane each.
     *
     * @param picture both sides multiples of 32
     * @param levels what each 8-bit value becomes, 0 to 1
     */
    Plane[] probabilities(Picture picture, float[] levels) {
        try {
            return call(lane, () -> watched(picture, levels));
        } catch (IOException refused) {
            throw new IllegalStateException("The network failed", refused);
        }
    }

    private Plane[] watched(Picture picture, float[] levels) {
        runningSince = System.nanoTime();
        failedInARow.incrementAndGet();
        try {
            var said = forward(picture, levels);
            failedInARow.set(0);
            return said;
        } finally {
            runningSince = 0;
        }
    }

    /** What is wrong, or empty. */
    Optional<String> trouble() {
        long since = runningSince;
        if (since != 0 && System.nanoTime() - since > CALL_MAX.toNanos()) {
            return Optional.of("a call has been running for over " + CALL_MAX.toSeconds() + " s");
        }
        return failedInARow.get() > FAILURES_MAX ? Optional.of("every call fails") : Optional.empty();
    }

    private Plane[] forward(Picture picture, float[] levels) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            var shape = new Shape(1, CHANNELS, picture.height(), picture.width());
            NDArray in = manager.create(filled(picture, levels), shape, DataType.FLOAT32);
            Block block = model.getBlock();
            NDArray out = block.forward(new ParameterStore(manager, false), new NDList(in), false)
                    .singletonOrThrow();
            return planes(out);
        }
    }

    private static Plane[] planes(NDArray out) {
        long[] shape = out.getShape().getShape();
        int height = Math.toIntExact(shape[2]);
        int width = Math.toIntExact(shape[3]);
        // A view of the tensor, valid only while it lives; a tensor on a card is copied.
        FloatBuffer numbers =
                out.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
        var planes = new Plane[Math.toIntExact(shape[1])];
        for (int c = 0; c < planes.length; c++) {
            var values = new float[width * height];
            numbers.get(values);
            planes[c] = new Plane(width, height, values);
        }
        return planes;
    }

    /** The one input buffer, grown when needed: direct memory that is made for every call waits for a garbage collection. */
    private ByteBuffer filled(Picture picture, float[] levels) {
        int pixels = picture.width() * picture.height();
        int bytes = CHANNELS * pixels * FLOAT_BYTES;
        if (input.capacity() < bytes) {
            input = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        input.clear().limit(bytes);
        var floats = input.asFloatBuffer();
        byte[] rgb = picture.rgb();
        var plane = new float[pixels];
        for (int c = 0; c < CHANNELS; c++) {
            for (int i = 0; i < pixels; i++) {
                plane[i] = levels[rgb[CHANNELS * i + c] & 0xff];
            }
            floats.put(plane);
        }
        return input;
    }

    /** Arrays that DJL holds for the model; constant over any number of calls. */
    int managedArrays() {
        return ((BaseNDManager) model.getNDManager()).getManagedArrays().size();
    }

    @Override
    public void close() {
        lane.execute(model::close);
        lane.shutdown();
    }

    private static <T> T call(ExecutorService lane, Callable<T> work) throws IOException {
        try {
            return lane.submit(work).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the network ran", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IOException("The network cannot be used", failed.getCause());
        }
    }
}
