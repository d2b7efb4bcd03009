package photoset.gpu.sam3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.gpu.sam3.engine.Prediction;
import photoset.gpu.sam3.engine.Prompt;
import photoset.gpu.sam3.engine.Prompt.Exemplar;
import photoset.gpu.sam3.files.ModelPackage;
import photoset.gpu.segmentation.ImageDecoder;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Processor.Device;
import photoset.imaging.Raster;

/** The small random model on the CPU: what Python said of it, and what is refused. */
class TinyModelTest {
    private static final Processor CPU = new Processor(Device.CPU, 1);

    @TempDir
    private Path folder;

    @Test
    void givesWhatPythonGave() throws IOException {
        var files = ModelPackage.open(Fakes.TINY);
        try (var model = Sam3Model.load(files, CPU)) {
            var differences = new GoldenCheck(files, model).run();

            assertThat(differences).extracting(Difference::golden).contains("one", "three", "eight", "exemplars");
            assertThat(differences)
                    .extracting(Difference::what)
                    .contains("tokens", "scores", "boxes", "maps", "masks of the photo");
            assertThat(differences)
                    .allSatisfy(
                            one -> assertThat(one.holds()).as(one.sentence()).isTrue());
        }
    }

    @Test
    void answersDependOnThePhotoTheTextAndTheExamplesButNotOnTheCompany() throws IOException {
        try (var model = Sam3Model.open(Fakes.TINY, CPU)) {
            var room = ImageDecoder.decoded(Files.readAllBytes(Fakes.TINY.resolve("golden/landscape.png")));
            var other = ImageDecoder.decoded(Files.readAllBytes(Fakes.TINY.resolve("golden/small.png")));
            var wall = Prompt.of("wall");
            var like = new Prompt("wall", List.of(new Exemplar(.1, .1, .3, .3, true)));
            var unlike = new Prompt("wall", List.of(new Exemplar(.1, .1, .3, .3, false)));
            var alone = model.find(room, List.of(wall), _ -> {}).getFirst();
            var answers = model.find(room, List.of(Prompt.of("floor"), wall, like, unlike), _ -> {});

            assertThat(apart(alone, answers.get(1))).isLessThan(1e-4);
            assertThat(apart(alone, answers.get(0))).isGreaterThan(1e-2);
            assertThat(apart(alone, answers.get(2))).isGreaterThan(1e-2);
            assertThat(apart(answers.get(2), answers.get(3))).isGreaterThan(1e-2);
            assertThat(apart(alone, model.find(other, List.of(wall), _ -> {}).getFirst()))
                    .isGreaterThan(1e-2);
        }
    }

    /** The largest difference between the scores of two answers. */
    private static double apart(Prediction one, Prediction other) {
        double apart = 0;
        for (int i = 0; i < one.candidates().size(); i++) {
            double score = one.candidates().get(i).score();
            apart = Math.max(apart, Math.abs(score - other.candidates().get(i).score()));
        }
        return apart;
    }

    @Test
    void holdsNoMoreAfterManyPhotos() throws IOException {
        try (var model = Sam3Model.open(Fakes.TINY, CPU)) {
            var photo = new Raster(3, 2, new byte[18]);
            var prompts = List.of(Prompt.of("wall"), new Prompt("door", List.of(new Exemplar(.1, .1, .3, .3, true))));
            model.find(photo, prompts, _ -> {});
            int before = model.managedArrays();
            for (int i = 0; i < 20; i++) {
                model.find(photo, prompts, _ -> {});
            }

            assertThat(model.managedArrays()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vision.pt", "text.pt", "geometry.pt", "decoder.pt"})
    void refusesAPackageInWhichOneWeightIsAnother(String graph) throws IOException {
        Packages.copy(folder);
        Packages.changeOneWeight(folder.resolve(graph));

        assertThatThrownBy(() -> Sam3Model.open(folder, CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(graph + " has the SHA-256");
    }

    /** Of the text encoder the largest tensor are the words, most of which no golden case uses. */
    @ParameterizedTest
    @ValueSource(strings = {"vision.pt", "geometry.pt", "decoder.pt"})
    void refusesItByItsOutputsWhenTheHashWasMadeToFit(String graph) throws IOException {
        Packages.copy(folder);
        Packages.changeOneWeight(folder.resolve(graph));
        Packages.rehash(folder, graph);

        assertThatThrownBy(() -> Sam3Model.open(folder, CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not give its golden outputs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\": 1       | \"format\": 7    | has the format 7, but this program reads 1",
                "\"device\": \"cpu\" | \"device\": \"cuda\" | was exported for cuda, but the worker computes on the CPU",
                "\"vision.pt\"       | \"version.pt\"   | lists no vision.pt",
                "\"golden/one.json\" | \"../one.json\"  | lacks ../one.json"
            })
    void refusesAManifestThatDoesNotFit(String good, String bad, String message) throws IOException {
        Packages.copy(folder);
        var manifest = folder.resolve("manifest.json");
        var text = Files.readString(manifest);
        assertThat(text).contains(good);
        Files.writeString(manifest, text.replace(good, bad));

        assertThatThrownBy(() -> Sam3Model.open(folder, CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatIsNoPackage() throws IOException {
        assertThatThrownBy(() -> Sam3Model.open(folder, CPU)).hasMessageContaining("made by export_sam3.py");
        Packages.copy(folder);
        Files.delete(folder.resolve("text.pt"));
        assertThatThrownBy(() -> Sam3Model.open(folder, CPU)).hasMessage("The model package lacks text.pt.");
        Files.writeString(folder.resolve("manifest.json"), "{");
        assertThatThrownBy(() -> Sam3Model.open(folder, CPU)).hasMessageContaining("manifest.json cannot be read");
    }

    /** Of a zip file the root is the folder at hand, as a process has one. */
    @Test
    void takesThePackageOfTheFolderAtHand() throws IOException {
        try (var zip = FileSystems.newFileSystem(folder.resolve("package.zip"), Map.of("create", "true"))) {
            var atHand = Packages.copy(zip.getPath(""));

            assertThat(ModelPackage.open(atHand).manifest().label()).isEqualTo("sam3/random-tiny-1");
        }
    }

    /** The same weights in other numbers say something a little different, so their answers are kept apart. */
    @Test
    void packagesOfOtherNumbersHaveAnotherName() throws IOException {
        Packages.copy(folder);
        var manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"float32\"", "\"bfloat16\""));

        assertThat(ModelPackage.open(folder).manifest().label()).isEqualTo("sam3/random-tiny-1-bfloat16");
    }

    @Test
    void refusesToStartWithoutTheCardThatIsExpected() {
        assertThatThrownBy(() -> Sam3Model.open(Fakes.TINY, new Processor(Device.CUDA, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CUDA device is expected");
    }
}
