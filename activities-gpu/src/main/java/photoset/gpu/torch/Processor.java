package photoset.gpu.torch;

/**
 * Where and how wide a network runs.
 *
 * @param threads of one call on the CPU; without meaning on a card
 */
public record Processor(Device device, int threads) {
    /** What a network runs on. */
    public enum Device {
        CPU,
        CUDA
    }

    /** The CPU with all its cores. */
    public static Processor cpu() {
        return new Processor(Device.CPU, Runtime.getRuntime().availableProcessors());
    }

    public boolean isCuda() {
        return device == Device.CUDA;
    }
}
