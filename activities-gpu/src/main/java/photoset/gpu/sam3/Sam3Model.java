package photoset.gpu.sam3;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import photoset.activities.Progress;
import photoset.gpu.sam3.engine.Engine;
import photoset.gpu.sam3.engine.Engine.Asked;
import photoset.gpu.sam3.engine.Engine.Features;
import photoset.gpu.sam3.engine.Prediction;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.sam3.engine.StageTimes;
import photoset.gpu.sam3.engine.TextFeatures;
import photoset.gpu.sam3.engine.Tokenizer;
import photoset.gpu.sam3.engine.TorchEngine;
import photoset.gpu.sam3.files.ModelPackage;
import photoset.gpu.sam3.files.PackageManifest;
import photoset.gpu.torch.DeviceExecutor;
import photoset.gpu.torch.DeviceFault;
import photoset.gpu.torch.LoadedModel;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Torch;
import photoset.imaging.Raster;

/**
 * SAM 3, loaded and proven. Safe for use by several threads: the device works on one photo's call at a time, everything
 * else (resizing, drawing) happens on the callers' threads meanwhile. The same photo and prompts give the same answers on
 * a CPU; on a card they may differ in the last digits.
 */
public final class Sam3Model implements LoadedModel, AutoCloseable {
    /** No threshold may be lower; what scores less is not kept, so that a kept answer serves every threshold. */
    public static final float SCORE_MIN = .1f;

    /** A view of this long side has at least as many rows as the model sees, unless the photo is longer than twice as high. */
    public static final int VIEW_SIDE_PX = 2_016;

    private static final Logger log = LoggerFactory.getLogger(Sam3Model.class);

    /** A card chooses its kernels in the first calls of each shape, and its allocator takes what it needs. */
    private static final int WARM_UP_CALLS = 2;

    /** A card looks at a photo in tens of milliseconds. */
    private static final Duration STEP_ON_CUDA_MAX = Duration.ofSeconds(60);

    /** Two cores take minutes for the same. */
    private static final Duration STEP_ON_CPU_MAX = Duration.ofMinutes(9);

    private final PackageManifest manifest;
    private final Tokenizer tokenizer;
    private final Engine engine;
    private final DeviceExecutor executor;
    private final TextFeatureCache texts = new TextFeatureCache();
    private volatile int atOnce;

    /** A model around an engine that is used on the device's thread only; closing the model closes both. */
    Sam3Model(PackageManifest manifest, Tokenizer tokenizer, Engine engine, DeviceExecutor executor) {
        this.manifest = manifest;
        this.tokenizer = tokenizer;
        this.engine = engine;
        this.executor = executor;
        this.atOnce = manifest.buckets().getLast();
    }

    /**
     * Loads a package, warms it up and compares its golden outputs.
     *
     * @throws IOException if a file is missing or damaged, or the outputs are not the golden ones; the message says which
     * @throws IllegalStateException if CUDA is asked for and no card is there
     */
    public static Sam3Model open(Path folder, Processor processor) throws IOException {
        var files = ModelPackage.open(folder);
        var model = load(files, processor);
        try {
            if (processor.isCuda()) {
                model.warmUp();
            }
            var wrong = new GoldenCheck(files, model)
                    .run().stream().filter(one -> !one.holds()).toList();
            if (!wrong.isEmpty()) {
                throw new IOException("The model does not give its golden outputs: "
                        + wrong.stream().map(Difference::sentence).collect(Collectors.joining("; ")));
            }
            return model;
        } catch (IOException | RuntimeException refused) {
            model.close();
            throw refused;
        }
    }

    /** Loads a package whose files were checked, without proof; for the proof itself. */
    public static Sam3Model load(ModelPackage files, Processor processor) throws IOException {
        Torch.prepare(processor);
        var manifest = files.manifest();
        var tokenizer = new Tokenizer(files.vocabulary(), manifest.context());
        var executor = new DeviceExecutor("sam3", stepMax(processor));
        try {
            var engine = executor.load(() -> TorchEngine.load(files.folder(), manifest, processor));
            return new Sam3Model(manifest, tokenizer, engine, executor);
        } catch (IOException | RuntimeException refused) {
            executor.close();
            throw refused;
        }
    }

    /** The largest bucket first, so that smaller ones find their memory in what it leaves. */
    private void warmUp() {
        var grey = new Raster(1, 1, new byte[] {127, 127, 127});
        for (int bucket : manifest.buckets().reversed()) {
            for (int i = 0; i < WARM_UP_CALLS; i++) {
                find(grey, Collections.nCopies(bucket, Prompt.of("wall")), _ -> {});
            }
        }
    }

    @Override
    public String label() {
        return manifest.label();
    }

    PackageManifest manifest() {
        return manifest;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    /**
     * Looks for everything that is asked.
     *
     * @param view the photo, upright, of any size
     * @param progress told after each step; what it throws ends the search
     * @return an answer for each prompt, in their order
     * @throws photoset.gpu.torch.DeviceLost if the device is lost
     */
    public List<Prediction> find(Raster view, List<Prompt> prompts, Progress progress) {
        var square = view.resized(manifest.inputSide(), manifest.inputSide());
        progress.reached("scaled");
        return see(square, prompts, progress);
    }

    /** The same for a picture of the model's own size. */
    List<Prediction> see(Raster square, List<Prompt> prompts, Progress progress) {
        var asked = asked(prompts);
        progress.reached("read");
        var features = executor.call(() -> engine.encode(square));
        try {
            progress.reached("seen");
            return find(features, asked, progress);
        } finally {
            executor.later(features::close);
        }
    }

    private List<Asked> asked(List<Prompt> prompts) {
        var known = new HashMap<String, TextFeatures>();
        var unread = new ArrayList<String>();
        for (var text : prompts.stream().map(Prompt::text).distinct().toList()) {
            texts.find(text).ifPresentOrElse(features -> known.put(text, features), () -> unread.add(text));
        }
        int most = manifest.buckets().getLast();
        for (int from = 0; from < unread.size(); from += most) {
            var some = unread.subList(from, Math.min(from + most, unread.size()));
            var read = executor.call(
                    () -> engine.read(some.stream().map(tokenizer::tokens).toList()));
            texts.keep(some, read);
            IntStream.range(0, some.size()).forEach(i -> known.put(some.get(i), read.get(i)));
        }
        return prompts.stream()
                .map(prompt -> new Asked(Objects.requireNonNull(known.get(prompt.text())), prompt.exemplars()))
                .toList();
    }

    private List<Prediction> find(Features photo, List<Asked> asked, Progress progress) {
        var answers = new Prediction[asked.size()];
        var open = batches(asked);
        while (!open.isEmpty()) {
            var batch = open.removeFirst();
            var prompts = batch.stream().map(asked::get).toList();
            try {
                var found = executor.call(() -> engine.find(photo, prompts));
                IntStream.range(0, batch.size()).forEach(i -> answers[batch.get(i)] = found.get(i));
            } catch (RuntimeException failed) {
                halved(batch, failed).reversed().forEach(open::addFirst);
            }
            progress.reached("asked for " + prompts.size());
        }
        return List.of(answers);
    }

    /** Indexes of prompts that go together; those with exemplars are longer and go apart. */
    private Deque<List<Integer>> batches(List<Asked> asked) {
        var open = new ArrayDeque<List<Integer>>();
        for (boolean hasExemplars : new boolean[] {false, true}) {
            var kind = IntStream.range(0, asked.size())
                    .filter(i -> asked.get(i).exemplars().isEmpty() != hasExemplars)
                    .boxed()
                    .toList();
            for (int from = 0; from < kind.size(); from += atOnce) {
                open.add(kind.subList(from, Math.min(from + atOnce, kind.size())));
            }
        }
        return open;
    }

    /** A batch that was too large for the device as two; the process asks for no more at once from now on. */
    private List<List<Integer>> halved(List<Integer> batch, RuntimeException failed) {
        if (batch.size() == 1 || DeviceFault.of(failed) != DeviceFault.OUT_OF_MEMORY) {
            throw failed;
        }
        int half = batch.size() / 2;
        atOnce = Math.min(atOnce, half);
        log.warn("sam3.batch_halved concepts={} now={}", batch.size(), half);
        executor.call(() -> {
            engine.freeMemory();
            return half;
        });
        return List.of(batch.subList(0, half), batch.subList(half, batch.size()));
    }

    @Override
    public Optional<String> trouble() {
        return executor.trouble();
    }

    @Override
    public void onLost(Runnable listener) {
        executor.onLost(listener);
    }

    private static Duration stepMax(Processor processor) {
        return processor.isCuda() ? STEP_ON_CUDA_MAX : STEP_ON_CPU_MAX;
    }

    @Override
    public Duration stepMax() {
        return executor.callMax();
    }

    @Override
    public long busyNanos() {
        return executor.busyNanos();
    }

    /** Arrays that the native side holds; constant over any number of photos. */
    int managedArrays() {
        // On the device's thread, behind whatever still has to be freed there.
        return executor.call(engine::managedArrays);
    }

    /** From now on waits after each stage, and returns what their times are kept in; for benchmarks. */
    public StageTimes measured() {
        return engine.measured();
    }

    /** Frees the graphs; calls after this fail. */
    @Override
    public void close() {
        executor.later(engine::close);
        executor.close();
    }
}
