package photoset.gpu.sam3.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import photoset.gpu.sam3.engine.StageTimes.Stage;
import photoset.gpu.sam3.files.PackageManifest;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Torch;
import photoset.imaging.Raster;

/**
 * The graphs of a package as TorchScript on libtorch. Only numbers that DJL knows cross the border (float32, uint8,
 * int64): a bfloat16 array would end the process, so such numbers stay inside of the graphs.
 */
public final class TorchEngine implements Engine {
    private static final int CHANNELS = 3;

    /** What the geometry encoder takes for "no box here". */
    private static final long NO_BOX = -10;

    private final PackageManifest manifest;
    private final Model vision;
    private final Model text;
    private final Model geometry;
    private final Model decoder;
    private final StageTimes times = new StageTimes();
    private final ByteBuffer square;
    private volatile boolean settling;

    private TorchEngine(Path folder, PackageManifest manifest, Processor processor)
            throws IOException, MalformedModelException {
        this.manifest = manifest;
        this.vision = load(folder, "vision", processor);
        this.text = load(folder, "text", processor);
        this.geometry = load(folder, "geometry", processor);
        this.decoder = load(folder, "decoder", processor);
        int side = manifest.inputSide();
        this.square = ByteBuffer.allocateDirect(CHANNELS * side * side);
    }

    /**
     * Loads the graphs of a checked package.
     *
     * @throws IOException if a file is no graph, or was made for another device
     */
    public static TorchEngine load(Path folder, PackageManifest manifest, Processor processor) throws IOException {
        boolean forCuda = manifest.device().equals("cuda");
        if (forCuda != processor.isCuda()) {
            throw new IOException(
                    "The model package was exported for %s, but the worker computes on %s: export it with --device %s, or set photoset.gpu.device."
                            .formatted(manifest.device(), forCuda ? "the CPU" : "CUDA", forCuda ? "cpu" : "cuda"));
        }
        try {
            return new TorchEngine(folder, manifest, processor);
        } catch (MalformedModelException | RuntimeException broken) {
            throw new IOException("The graphs in " + folder + " cannot be loaded", broken);
        }
    }

    private static Model load(Path folder, String name, Processor processor)
            throws IOException, MalformedModelException {
        var model = Torch.model(name, processor);
        model.load(folder, name, Map.of("mapLocation", "true"));
        return model;
    }

    @Override
    public StageTimes measured() {
        settling = true;
        return times;
    }

    /** Feature maps, finest first, and the position encoding of the coarsest. */
    private record Seen(NDManager manager, NDList maps) implements Features {
        @Override
        public void close() {
            manager.close();
        }
    }

    @Override
    public Features encode(Raster picture) {
        long start = System.nanoTime();
        var manager = vision.getNDManager().newSubManager();
        try {
            square.clear();
            square.put(picture.rgb()).flip();
            int side = manifest.inputSide();
            var in = manager.create(square, new Shape(side, side, CHANNELS), DataType.UINT8);
            start = times.add(Stage.UPLOAD, start);
            var maps = forward(vision, manager, new NDList(in));
            in.close();
            settle(maps.get(2));
            times.add(Stage.VISION, start);
            return new Seen(manager, maps);
        } catch (RuntimeException failed) {
            manager.close();
            throw failed;
        }
    }

    /** Reading one number waits for all work before it; libtorch's own way to wait is not reachable from here. */
    private void settle(NDArray last) {
        if (settling) {
            try (var first = last.flatten().get("0:1")) {
                first.toFloatArray();
            }
        }
    }

    @Override
    public List<TextFeatures> read(List<TokenSequence> texts) {
        long start = System.nanoTime();
        int bucket = manifest.bucket(texts.size());
        int context = manifest.context();
        var ids = new long[bucket * context];
        var counted = new long[bucket * context];
        for (int i = 0; i < bucket; i++) {
            var tokens = texts.get(Math.min(i, texts.size() - 1));
            System.arraycopy(tokens.ids(), 0, ids, i * context, context);
            Arrays.fill(counted, i * context, i * context + tokens.length(), 1);
        }
        try (var manager = text.getNDManager().newSubManager()) {
            var shape = new Shape(bucket, context);
            var features = forward(
                            text, manager, new NDList(manager.create(ids, shape), manager.create(counted, shape)))
                    .singletonOrThrow()
                    .toFloatArray();
            int length = context * manifest.hidden();
            var read = new ArrayList<TextFeatures>();
            for (int i = 0; i < texts.size(); i++) {
                read.add(new TextFeatures(
                        Arrays.copyOfRange(features, i * length, (i + 1) * length),
                        texts.get(i).length()));
            }
            times.add(Stage.TEXT, start);
            return read;
        }
    }

    @Override
    public List<Prediction> find(Features photo, List<Asked> prompts) {
        long start = System.nanoTime();
        try (var manager = decoder.getNDManager().newSubManager()) {
            var maps = ((Seen) photo).maps;
            int bucket = manifest.bucket(prompts.size());
            var asked = asked(manager, prompts, bucket);
            if (!prompts.getFirst().exemplars().isEmpty()) {
                asked = joined(asked, shown(manager, maps, prompts, bucket));
            }
            start = times.add(Stage.UPLOAD, start);
            var in = new NDList(maps);
            in.addAll(asked);
            var out = forward(decoder, manager, in);
            settle(out.getFirst());
            start = times.add(Stage.DECODER, start);
            var answers = new Downloaded(out, manifest).answers(prompts.size());
            times.add(Stage.DOWNLOAD, start);
            return answers;
        }
    }

    /** Texts, filled up with the last one, and which of their tokens count. */
    private NDList asked(NDManager manager, List<Asked> prompts, int bucket) {
        int context = manifest.context();
        int length = context * manifest.hidden();
        var values = new float[bucket * length];
        var counted = new long[bucket * context];
        for (int i = 0; i < bucket; i++) {
            var text = prompts.get(Math.min(i, prompts.size() - 1)).text();
            System.arraycopy(text.values(), 0, values, i * length, length);
            Arrays.fill(counted, i * context, i * context + text.length(), 1);
        }
        return new NDList(
                manager.create(values, new Shape(bucket, context, manifest.hidden())),
                manager.create(counted, new Shape(bucket, context)));
    }

    /** The boxes as the geometry encoder reads them, and which of its tokens count. */
    private NDList shown(NDManager manager, NDList maps, List<Asked> prompts, int bucket) {
        int most = prompts.stream()
                .mapToInt(prompt -> prompt.exemplars().size())
                .max()
                .orElseThrow();
        var boxes = new float[bucket * most * 4];
        var labels = new long[bucket * most];
        Arrays.fill(labels, NO_BOX);
        for (int i = 0; i < bucket; i++) {
            var exemplars = prompts.get(Math.min(i, prompts.size() - 1)).exemplars();
            for (int k = 0; k < exemplars.size(); k++) {
                var box = exemplars.get(k);
                int at = i * most + k;
                labels[at] = box.isMeant() ? 1 : 0;
                boxes[4 * at] = (float) (box.x() + box.width() / 2);
                boxes[4 * at + 1] = (float) (box.y() + box.height() / 2);
                boxes[4 * at + 2] = (float) box.width();
                boxes[4 * at + 3] = (float) box.height();
            }
        }
        var in = new NDList(maps);
        in.add(manager.create(boxes, new Shape(bucket, most, 4)));
        in.add(manager.create(labels, new Shape(bucket, most)));
        return forward(geometry, manager, in);
    }

    private static NDList joined(NDList texts, NDList shown) {
        return new NDList(texts.get(0).concat(shown.get(0), 1), texts.get(1).concat(shown.get(1), 1));
    }

    /** Results belong to {@code manager}, whichever one the inputs belong to. */
    private static NDList forward(Model graph, NDManager manager, NDList in) {
        var out = graph.getBlock().forward(new ParameterStore(manager, false), in, false);
        out.attach(manager);
        return out;
    }

    @Override
    public void freeMemory() {
        if (manifest.device().equals("cuda")) {
            JniUtils.emptyCudaCache();
        }
    }

    @Override
    public int managedArrays() {
        int sum = 0;
        for (var graph : List.of(vision, text, geometry, decoder)) {
            sum += ((BaseNDManager) graph.getNDManager()).getManagedArrays().size();
        }
        return sum;
    }

    @Override
    public void close() {
        vision.close();
        text.close();
        geometry.close();
        decoder.close();
    }
}
