package photoset.standalone.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.pixels.Raster;
import photoset.cpu.pixels.Reduction;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.pictures.Picture;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.segmentation.Concept;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the masks and instances of photos to a folder, as the workers would write them to the bucket. */
public final class PhotoSegmenter implements AutoCloseable {
    /** What the worker gives its models. */
    private static final int VIEW_QUALITY = 95;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ImageCodec codec = ImageCodecs.find(null);
    private final LiteModel model;

    /** Loads the bundled model, which takes a second or two. */
    public PhotoSegmenter() throws IOException {
        this.model = LiteModel.bundled(LiteModel.Processor.cpu());
    }

    /** The ids that the model knows. */
    public List<String> vocabulary() {
        return model.concepts().stream().map(Concept::id).toList();
    }

    /**
     * Writes {@code <photo>.<Concept>.png}, an 8-bit grey mask of the photo's upright size, for each concept, and
     * {@code <photo>.json}.
     *
     * @throws photoset.cpu.header.PhotoRefused if the file is no photo that can be read; the message is for people
     */
    public PhotoReport segment(Path photo, String preset, List<Concept> concepts, Path out) throws IOException {
        var pixels = codec.read(Files.readAllBytes(photo)).pixels();
        var findings = model.find(view(pixels), preset, step -> {});
        var name = photo.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        var masks = new ArrayList<PhotoReport.Mask>();
        for (var concept : concepts) {
            var found = findings.concept(concept, pixels.width(), pixels.height());
            var file = name + "." + concept.id() + ".png";
            Files.write(out.resolve(file), found.mask().png());
            masks.add(new PhotoReport.Mask(concept.id(), file, found.instances()));
        }
        var report = new PhotoReport(
                photo.getFileName().toString(), pixels.width(), pixels.height(), model.label(), preset, masks);
        Files.write(out.resolve(name + ".json"), JSON.writeValueAsBytes(report));
        return report;
    }

    private Picture view(Raster pixels) throws IOException {
        var small = Reduction.toLongSide(pixels, PhotoLimits.VIEW_SIDE_PX);
        return Picture.decoded(codec.writeJpeg(small, VIEW_QUALITY));
    }

    @Override
    public void close() {
        model.close();
    }
}
