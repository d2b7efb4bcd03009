package photoset.gpu.sam3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import photoset.gpu.sam3.engine.Prediction;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.sam3.engine.Prompt.Exemplar;
import photoset.gpu.torch.DeviceExecutor;
import photoset.gpu.torch.DeviceLost;
import photoset.imaging.Raster;

class Sam3ModelTest {
    private static final Raster PHOTO = new Raster(3, 2, new byte[18]);
    private static final List<String> WORDS = List.of(
            "wall", "floor", "ceiling", "door", "window", "lamp", "sofa", "table", "chair", "plant", "rug", "sink",
            "oven", "shelf", "stairs", "curtain", "bed", "fridge");

    private final FakeEngine engine = new FakeEngine();
    private final DeviceExecutor executor = new DeviceExecutor("fake", Duration.ofMinutes(1));
    private final Sam3Model model = Fakes.model(engine, executor);
    private final List<String> steps = new ArrayList<>();

    @AfterEach
    void close() {
        model.close();
    }

    private List<Prediction> find(int prompts) {
        return model.find(PHOTO, WORDS.stream().limit(prompts).map(Prompt::of).toList(), steps::add);
    }

    private static List<Float> places(List<Prediction> answers) {
        return answers.stream().map(Prediction::presence).toList();
    }

    private static List<Float> upTo(int count) {
        return IntStream.range(0, count).mapToObj(i -> (float) i).toList();
    }

    @Test
    void asksForAllConceptsOfAPhotoAtOnce() {
        var answers = find(5);

        assertThat(engine.calls).containsExactly("read 5", "encode 64", "find 5");
        assertThat(places(answers)).isEqualTo(upTo(5));
        assertThat(steps).containsExactly("scaled", "read", "seen", "asked for 5");
    }

    @Test
    void moreThanTheLargestBucketGoInTurns() {
        assertThat(places(find(18))).isEqualTo(upTo(18));
        assertThat(engine.calls).containsExactly("read 16", "read 2", "encode 64", "find 16", "find 2");
    }

    @Test
    void readsATextOnce() {
        find(2);
        find(3);

        assertThat(engine.calls).containsExactly("read 2", "encode 64", "find 2", "read 1", "encode 64", "find 3");
    }

    @Test
    void promptsWithExamplesGoApartAndAnswersKeepTheirOrder() {
        var example = new Exemplar(.1, .1, .2, .2, true);
        var answers = model.find(
                PHOTO,
                List.of(Prompt.of("wall"), new Prompt("floor", List.of(example)), Prompt.of("door")),
                steps::add);

        assertThat(engine.calls).contains("find 2", "find 1 like examples");
        assertThat(places(answers)).isEqualTo(upTo(3));
    }

    @Test
    void aFullDeviceHalvesTheBatchAndTheProcessKeepsThat() {
        engine.promptsMax = 2;

        assertThat(places(find(8))).isEqualTo(upTo(8));
        assertThat(engine.calls)
                .containsExactly(
                        "read 8",
                        "encode 64",
                        "find 8",
                        "freeMemory",
                        "find 4",
                        "freeMemory",
                        "find 2",
                        "find 2",
                        "find 4",
                        "freeMemory",
                        "find 2",
                        "find 2");
        engine.calls.clear();
        assertThat(places(find(4))).isEqualTo(upTo(4));
        assertThat(engine.calls).containsExactly("encode 64", "find 2", "find 2");
    }

    @Test
    void oneConceptThatDoesNotFitFailsAndFreesThePhoto() {
        engine.promptsMax = 0;

        assertThatThrownBy(() -> find(1)).hasMessageContaining("out of memory");
        assertThat(model.trouble()).isEmpty();
        assertThat(openPhotos()).isZero();
    }

    @Test
    void aLostDeviceIsTold() {
        engine.promptsMax = 0;
        engine.failure = "CUDA error: device-side assert triggered";
        model.onLost(() -> steps.add("lost"));

        assertThatThrownBy(() -> find(3)).isInstanceOf(DeviceLost.class);
        assertThat(steps).endsWith("lost");
        assertThat(model.trouble()).isPresent();
    }

    @Test
    void aCancellationEndsTheSearchAndFreesThePhoto() {
        assertThatThrownBy(() -> model.find(PHOTO, List.of(Prompt.of("wall")), step -> {
                    if (step.equals("seen")) {
                        throw new IllegalStateException("canceled");
                    }
                }))
                .hasMessage("canceled");

        assertThat(engine.calls).noneMatch(call -> call.startsWith("find"));
        assertThat(openPhotos()).isZero();
    }

    /** A photo is freed on the device's thread, and so before this call. */
    private int openPhotos() {
        return executor.call(() -> engine.open);
    }
}
