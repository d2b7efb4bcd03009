package photoset.standalone.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.edges.Refinement;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Reduction;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.pictures.Picture;
import photoset.gpu.torch.Processor;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.segmentation.Concept;

/** Repair and refinement against the truth of rendered rooms: what they do to masks of a real network must help. */
class RoomEdgesTest {
    private static final Path SAMPLES = Path.of("../activities-gpu/models/lite/samples");
    private static final List<String> ROOMS = List.of(
            "bathroom_green",
            "bathroom_tile",
            "bedroom_wardrobe",
            "kitchen_corner",
            "kitchen_island",
            "kitchen_white",
            "living_tv",
            "study_sofa");
    private static final List<String> SURFACES = List.of("Wall", "Floor", "Ceiling");

    /** The pooled intersection over union that refined masks must reach; a little under what was measured. */
    private static final List<Double> FLOORS = List.of(.933, .960, .986);

    private final ImageCodec codec = ImageCodecs.find(null);

    private static final class Overlap {
        private long both;
        private long either;

        void add(Mask found, Mask truth) {
            for (int i = 0; i < found.levels().length; i++) {
                boolean is = found.at(i) >= 128;
                boolean should = truth.at(i) >= 128;
                both += is && should ? 1 : 0;
                either += is || should ? 1 : 0;
            }
        }

        double iou() {
            return (double) both / either;
        }
    }

    @Test
    void bringsTheSurfacesOfRoomsNearerToTheTruth() throws IOException {
        var coarse = List.of(new Overlap(), new Overlap(), new Overlap());
        var fine = List.of(new Overlap(), new Overlap(), new Overlap());
        try (var model = LiteModel.bundled(Processor.cpu())) {
            for (var room : ROOMS) {
                var photo = codec.read(Files.readAllBytes(SAMPLES.resolve(room + ".jpg")))
                        .pixels();
                var masks = masks(model, photo);
                var refined = Refinement.refined(photo, masks);
                for (int i = 0; i < SURFACES.size(); i++) {
                    var file = SAMPLES.resolve("masks").resolve(room).resolve(SURFACES.get(i) + ".png");
                    var truth = Files.exists(file)
                            ? codec.readMask(Files.readAllBytes(file))
                            : Mask.empty(photo.width(), photo.height());
                    coarse.get(i).add(masks.get(i), truth);
                    fine.get(i).add(refined.get(i), truth);
                }
            }
        }
        for (int i = 0; i < SURFACES.size(); i++) {
            assertThat(fine.get(i).iou())
                    .as(SURFACES.get(i))
                    .isGreaterThan(coarse.get(i).iou() + .002)
                    .isGreaterThan(FLOORS.get(i));
        }
    }

    private List<Mask> masks(LiteModel model, Raster photo) throws IOException {
        var small = Reduction.toLongSide(photo, PhotoLimits.VIEW_SIDE_PX);
        var findings = model.find(Picture.decoded(codec.writeJpeg(small, 95)), "interior", step -> {});
        return SURFACES.stream()
                .map(name -> concept(model, name))
                .map(concept ->
                        findings.concept(concept, photo.width(), photo.height()).mask())
                .map(mask -> new Mask(mask.width(), mask.height(), mask.alpha()))
                .toList();
    }

    private static Concept concept(LiteModel model, String name) {
        return model.concepts().stream()
                .filter(known -> known.id().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
