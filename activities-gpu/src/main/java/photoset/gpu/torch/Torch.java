package photoset.gpu.torch;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.util.cuda.CudaUtils;

/** The native library: made ready once, before the first class of DJL that looks for it. */
public final class Torch {
    private Torch() {}

    /**
     * Settles how libtorch runs in this process.
     *
     * @throws IllegalStateException if CUDA is asked for and no card is there; DJL alone would compute on the CPU and say nothing
     */
    public static void prepare(Processor processor) {
        OpenMp.waitPassively();
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(processor.threads()));
        // Albums mix shapes, and the optimizer would profile each of them anew; measured, it gains nothing here.
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        if (processor.isCuda() && CudaUtils.getGpuCount() == 0) {
            throw new IllegalStateException(
                    "A CUDA device is expected, but none is there: no driver, no libcudart on the"
                            + " loader's path, or no card. Mend that, or set photoset.gpu.device"
                            + " (PHOTOSET_GPU_DEVICE) to cpu.");
        }
    }

    /** An empty model on the processor; a process has one card, the first that it sees. */
    public static Model model(String name, Processor processor) {
        return Model.newInstance(name, processor.isCuda() ? Device.gpu(0) : Device.cpu(), "PyTorch");
    }
}
