package photoset.gpu.lite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.gpu.masks.Instance;
import photoset.gpu.rooms.OutdoorPictures;
import photoset.gpu.torch.Processor;
import photoset.gpu.torch.Processor.Device;
import photoset.imaging.Downscale;
import photoset.imaging.Raster;
import photoset.imaging.png.GreyPng;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.Concept.Kind;

class LiteModelTest {
    private static final Concept WALL = new Concept("Wall", "wall surface", Kind.STUFF);
    private static final Concept CABINET = new Concept("Cabinet", "cabinet door", Kind.INSTANCE);

    private static LiteModel model;

    @BeforeAll
    static void open() throws IOException {
        model = LiteModel.bundled(Processor.cpu());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void namesItselfAndItsConcepts() {
        assertThat(model.label()).isEqualTo("lite/1.0.0");
        assertThat(model.concepts())
                .hasSize(21)
                .contains(new Concept("Wall", "wall", Kind.STUFF), new Concept("Door", "door", Kind.INSTANCE));
        assertThat(model.trouble()).isEmpty();
    }

    @Test
    void givesTheSameBytesTwice() {
        var view = Downscale.toLongSide(Samples.named("kitchen_white").picture(), 1024);

        var once = model.find(view, "interior", step -> {}).concept(WALL, 1280, 960);
        var again = model.find(view, "interior", step -> {}).concept(WALL, 1280, 960);

        assertThat(GreyPng.encode(again.mask())).isEqualTo(GreyPng.encode(once.mask()));
        assertThat(again.instances()).isEqualTo(once.instances());
    }

    @Test
    void holdsNoMoreNativeArraysAfterManyPhotosOfManyShapes() {
        var view = Samples.named("living_tv").picture();
        model.find(view, "interior", step -> {});
        int before = model.managedArrays();

        for (int side = 200; side < 400; side += 20) {
            model.find(view.resized(side, 300), "interior", step -> {});
        }

        assertThat(model.managedArrays()).isEqualTo(before);
    }

    @Test
    void drawsAtPhotoSizeWhateverTheSizeOfTheView() {
        var view = Downscale.toLongSide(Samples.named("living_tv").picture(), 300);

        var wall = model.find(view, "interior", step -> {}).concept(WALL, 2001, 1503);

        assertThat(wall.mask().width()).isEqualTo(2001);
        assertThat(wall.mask().height()).isEqualTo(1503);
        assertThat(wall.instances()).singleElement().satisfies(one -> {
            assertThat(one.area()).isEqualTo(wall.mask().area());
            assertThat(one.score()).isBetween(.5, 1.0);
            assertThat(one.rle().size()).containsExactly(1503, 2001);
        });
    }

    @Test
    void seesAPhotoOfAFewPixelsAndAPanorama() {
        var tiny = new Raster(16, 16, new byte[768]);
        var panorama = new Raster(1024, 16, new byte[49_152]);

        assertThat(model.find(tiny, "interior", step -> {})
                        .concept(WALL, 16, 16)
                        .mask()
                        .width())
                .isEqualTo(16);
        assertThat(model.find(panorama, "seller", step -> {})
                        .concept(WALL, 30_000, 20)
                        .mask()
                        .width())
                .isEqualTo(30_000);
    }

    @Test
    void findsNoSurfacesWhereThereIsNoRoom() {
        var pictures = List.of(
                OutdoorPictures.meadow(512, 384), OutdoorPictures.grass(512, 384), OutdoorPictures.lawn(512, 384));
        for (var picture : pictures) {
            var findings = model.find(picture, "interior", step -> {});

            assertThat(List.of("Wall", "Floor", "Ceiling")).allSatisfy(surface -> {
                var found = findings.concept(new Concept(surface, surface, Kind.STUFF), 512, 384);
                assertThat(found.mask().area()).isZero();
                assertThat(found.instances()).isEmpty();
            });
        }
    }

    @Test
    void tellsCountableThingsApart() {
        var view = Samples.named("kitchen_white").picture();

        var cabinets = model.find(view, "interior", step -> {}).concept(CABINET, 1280, 960);

        assertThat(cabinets.instances()).hasSizeBetween(2, 4);
        assertThat(cabinets.instances().stream().mapToLong(Instance::area).sum())
                .isLessThanOrEqualTo(cabinets.mask().area());
    }

    @Test
    void speaksAfterEveryStepAndStopsWhenToldTo() {
        var view = Samples.named("mug").picture();
        var stop = new IllegalStateException("no longer wanted");

        assertThatThrownBy(() -> model.find(view, "seller", step -> {
                    if (step.equals("seen near")) {
                        throw stop;
                    }
                }))
                .isSameAs(stop);
    }

    @Test
    void refusesAPackageWhoseHashIsAnother(@TempDir Path folder) throws IOException {
        Files.copy(Path.of("models/lite/lite.json"), folder.resolve("lite.json"));
        byte[] network = Files.readAllBytes(Path.of("models/lite/lite.pt"));
        network[network.length / 2] ^= 1;
        Files.write(folder.resolve("lite.pt"), network);

        assertThatThrownBy(() -> LiteModel.open(folder, Processor.cpu()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void refusesAFolderWithoutAModel(@TempDir Path folder) {
        assertThatThrownBy(() -> LiteModel.open(folder, Processor.cpu()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lite.json");
    }

    @Test
    void refusesToStartWithoutTheCardThatIsExpected() {
        assumeThat(CudaUtils.getGpuCount()).isZero();

        assertThatThrownBy(() -> LiteModel.bundled(new Processor(Device.CUDA, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CUDA");
    }
}
