package photoset.cli.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.cli.album.PhotoFolder;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.edges.Refinement;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.segmentation.ImageDecoder;
import photoset.gpu.torch.Processor;
import photoset.imaging.Downscale;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.Overlap;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.segmentation.Concept;

/** Repair and refinement against the truth of rendered rooms: what they do to masks of a real network must help. */
class RoomEdgesTest {
    private static final PhotoFolder ROOMS = PhotoFolder.sampleRooms(Path.of(".."));
    private static final List<String> SURFACES = List.of("Wall", "Floor", "Ceiling");

    /** The pooled intersection over union that refined masks must reach; a little under what was measured. */
    private static final List<Double> FLOORS = List.of(.933, .960, .986);

    private final ImageCodec codec = ImageCodecs.find(null);

    @Test
    void bringsTheSurfacesOfRoomsNearerToTheTruth() throws IOException {
        var coarse = new Overlap[] {Overlap.NONE, Overlap.NONE, Overlap.NONE};
        var fine = coarse.clone();
        try (var model = LiteModel.bundled(Processor.cpu())) {
            for (var file : ROOMS.photos()) {
                var photo = codec.read(Files.readAllBytes(file)).pixels();
                var masks = masks(model, photo);
                var refined = Refinement.refined(photo, masks);
                for (int i = 0; i < SURFACES.size(); i++) {
                    byte[] truth = truth(file, SURFACES.get(i), photo).levels();
                    coarse[i] = coarse[i].with(Overlap.of(masks.get(i).levels(), truth));
                    fine[i] = fine[i].with(Overlap.of(refined.get(i).levels(), truth));
                }
            }
        }
        for (int i = 0; i < SURFACES.size(); i++) {
            assertThat(fine[i].share())
                    .as(SURFACES.get(i))
                    .isGreaterThan(coarse[i].share() + .002)
                    .isGreaterThan(FLOORS.get(i));
        }
    }

    /** A room without a ceiling has no mask of one. */
    private Mask truth(Path room, String surface, Raster photo) throws IOException {
        var name = room.getFileName().toString().replace(".jpg", "");
        var file = ROOMS.folder().resolve("masks").resolve(name).resolve(surface + ".png");
        return Files.exists(file)
                ? codec.readMask(Files.readAllBytes(file))
                : Mask.empty(photo.width(), photo.height());
    }

    private List<Mask> masks(LiteModel model, Raster photo) throws IOException {
        var small = Downscale.toLongSide(photo, PhotoLimits.VIEW_SIDE_PX);
        var findings = model.find(ImageDecoder.decoded(codec.writeJpeg(small, 95)), "interior", step -> {});
        return SURFACES.stream()
                .map(name -> concept(model, name))
                .map(concept ->
                        findings.concept(concept, photo.width(), photo.height()).mask())
                .toList();
    }

    private static Concept concept(LiteModel model, String name) {
        return model.concepts().stream()
                .filter(known -> known.id().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
