package photoset.gpu.sam3;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import photoset.gpu.sam3.engine.Detection;
import photoset.gpu.sam3.engine.Engine;
import photoset.gpu.sam3.engine.Prediction;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.sam3.engine.StageTimes;
import photoset.gpu.sam3.engine.TextFeatures;
import photoset.gpu.sam3.engine.TokenSequence;
import photoset.imaging.Raster;

/**
 * Finds each concept in a quarter of the picture and remembers what it was asked; runs out of memory when told how much it
 * has. The presence in an answer is the prompt's place among all that were asked.
 */
final class FakeEngine implements Engine {
    static final int SIDE = 16;

    final List<String> calls = new CopyOnWriteArrayList<>();

    /** The examples of each prompt that had some. */
    final List<List<Prompt.Exemplar>> shown = new CopyOnWriteArrayList<>();

    int promptsMax = Integer.MAX_VALUE;
    String failure = "CUDA out of memory. Tried to allocate 2 GiB";
    int open;
    private final List<TextFeatures> texts = new ArrayList<>();

    @Override
    public Features encode(Raster square) {
        calls.add("encode " + square.width());
        open++;
        return () -> open--;
    }

    @Override
    public List<TextFeatures> read(List<TokenSequence> some) {
        calls.add("read " + some.size());
        var read = some.stream()
                .map(tokens -> new TextFeatures(new float[] {tokens.ids()[1]}, tokens.length()))
                .toList();
        texts.addAll(read);
        return read;
    }

    @Override
    public List<Prediction> find(Features photo, List<Asked> prompts) {
        calls.add("find " + prompts.size() + (prompts.getFirst().exemplars().isEmpty() ? "" : " like examples"));
        prompts.stream().map(Asked::exemplars).filter(some -> !some.isEmpty()).forEach(shown::add);
        if (prompts.size() > promptsMax) {
            throw new IllegalStateException(failure);
        }
        return prompts.stream()
                .map(prompt -> answer(texts.indexOf(prompt.text())))
                .toList();
    }

    private static Prediction answer(int place) {
        var map = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE / 2; y++) {
            for (int x = 0; x < SIDE / 2; x++) {
                map[y * SIDE + x] = (byte) 255;
            }
        }
        return new Prediction(
                SIDE,
                place,
                map,
                List.of(
                        new Detection(.9f, new float[] {0, 0, .5f, .5f}, map),
                        new Detection(.02f, new float[] {0, 0, 1, 1}, map)));
    }

    @Override
    public void freeMemory() {
        calls.add("freeMemory");
    }

    @Override
    public StageTimes measured() {
        return new StageTimes();
    }

    @Override
    public int managedArrays() {
        return open;
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
