package photoset.gpu.sam3.engine;

import java.util.List;
import photoset.imaging.Raster;

/**
 * Runs the graphs of one model package. All calls come from one thread. What it throws says by its message what the
 * device made of it ({@link photoset.gpu.torch.DeviceFault}).
 */
public interface Engine extends AutoCloseable {
    /** Encodes a square picture of the size that the package wants. */
    Features encode(Raster square);

    /** The features of some texts, in their order; independent of any photo. */
    List<TextFeatures> read(List<TokenSequence> texts);

    /**
     * Finds some prompts at once.
     *
     * @param prompts at most as many as the package's largest bucket; either all with exemplars or none
     */
    List<Prediction> find(Features photo, List<Asked> prompts);

    /** Gives memory back that is held for later calls; after the device ran out of it. */
    void freeMemory();

    /** From now on waits for the device after each stage, a little slower, and returns what the times are kept in. */
    StageTimes measured();

    /** Arrays that the native side holds for the graphs; constant over any number of photos. */
    int managedArrays();

    @Override
    void close();

    /** What the model saw in one photo, on the device; worth a hundred megabytes until closed. */
    interface Features extends AutoCloseable {
        @Override
        void close();
    }

    /** A prompt whose text has been read. */
    record Asked(TextFeatures text, List<Prompt.Exemplar> exemplars) {}
}
