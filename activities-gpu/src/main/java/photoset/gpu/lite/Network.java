package photoset.gpu.lite;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import photoset.gpu.torch.DeviceExecutor;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Torch;
import photoset.imaging.Plane;
import photoset.imaging.Raster;

/**
 * The TorchScript module, on a thread of its own. Only float32 crosses the border, since DJL ends the process at others
 * (bfloat16 among them).
 */
final class Network implements AutoCloseable {
    /** A call takes a tenth of a second on a slow CPU. */
    static final Duration CALL_MAX = Duration.ofSeconds(60);

    private static final int FLOAT_BYTES = Float.BYTES;
    private static final int CHANNELS = 3;

    private final DeviceExecutor executor;
    private final Model model;
    private ByteBuffer input = ByteBuffer.allocateDirect(0);

    private Network(DeviceExecutor executor, Model model) {
        this.executor = executor;
        this.model = model;
    }

    static Network load(byte[] file, Processor processor) throws IOException {
        Torch.prepare(processor);
        var executor = new DeviceExecutor("lite", CALL_MAX);
        try {
            return new Network(executor, executor.load(() -> open(file, processor)));
        } catch (IOException | RuntimeException refused) {
            executor.close();
            throw refused;
        }
    }

    private static Model open(byte[] file, Processor processor) throws IOException, MalformedModelException {
        var model = Torch.model("lite", processor);
        model.load(new ByteArrayInputStream(file), Map.of("mapLocation", "true"));
        return model;
    }

    /**
     * Probabilities of all concepts at half the picture's size, one plane each.
     *
     * @param picture both sides multiples of 32
     * @param levels what each 8-bit value becomes, 0 to 1
     */
    Plane[] probabilities(Raster picture, float[] levels) {
        return executor.call(() -> forward(picture, levels));
    }

    /** What is wrong, or empty. */
    Optional<String> trouble() {
        return executor.trouble();
    }

    private Plane[] forward(Raster picture, float[] levels) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            var shape = new Shape(1, picture.height(), picture.width(), CHANNELS);
            // Moves nothing: the channels stay last in memory, where libtorch's convolutions take a third less (ADR
            // 0057).
            NDArray in = manager.create(filled(picture, levels), shape, DataType.FLOAT32)
                    .transpose(0, 3, 1, 2);
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
    private ByteBuffer filled(Raster picture, float[] levels) {
        byte[] rgb = picture.rgb();
        int bytes = rgb.length * FLOAT_BYTES;
        if (input.capacity() < bytes) {
            input = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        input.clear().limit(bytes);
        var numbers = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            numbers[i] = levels[rgb[i] & 0xff];
        }
        input.asFloatBuffer().put(numbers);
        return input;
    }

    /** Arrays that DJL holds for the model; constant over any number of calls. */
    int managedArrays() {
        return ((BaseNDManager) model.getNDManager()).getManagedArrays().size();
    }

    long busyNanos() {
        return executor.busyNanos();
    }

    /** Whom to tell when the device is lost. */
    void onLost(Runnable listener) {
        executor.onLost(listener);
    }

    @Override
    public void close() {
        executor.later(model::close);
        executor.close();
    }
}
