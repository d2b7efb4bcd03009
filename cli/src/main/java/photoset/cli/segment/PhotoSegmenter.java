package photoset.cli.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import photoset.cli.render.GivenFiles;
import photoset.cli.render.InstalledCodec;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.edges.Refinement;
import photoset.cpu.products.ProductConcepts;
import photoset.gpu.segmentation.ImageDecoder;
import photoset.imaging.Downscale;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.png.GreyPng;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the masks of photos to a folder as a job with a rule on the same concepts paints them: the model looks at the same
 * view, and the masks are brought to the photo's edges as rendering does. Instances are those that the model found.
 */
public final class PhotoSegmenter implements AutoCloseable {
    /** What the worker gives its models. */
    private static final int VIEW_QUALITY = 95;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ImageCodec codec = InstalledCodec.find();
    private final LocalSegmenter segmenter;

    /**
     * Loads what {@code PHOTOSET_SEGMENTER} names, the bundled model if it names nothing; that takes a second or two.
     *
     * @throws photoset.standalone.embedded.UserError if it names anything but {@code lite}, {@code sam3} and {@code stub}
     */
    public PhotoSegmenter(Map<String, String> environment) throws IOException {
        this.segmenter = LocalSegmenter.of(environment);
    }

    /** The concepts that the model knows, or empty if it takes any words. */
    public Optional<List<String>> vocabulary() {
        return segmenter.vocabulary();
    }

    /**
     * Writes {@code <photo>.<Concept>.png}, an 8-bit grey mask of the photo's upright size, for each concept, and
     * {@code <photo>.json}.
     *
     * @throws photoset.cpu.header.PhotoRefused if the file is no photo that can be read; the message is for people
     */
    public PhotoReport segment(Path photo, SegmentOrder order, Path out) throws IOException {
        var pixels = codec.read(GivenFiles.read(photo)).pixels();
        var concepts = order.concepts();
        var drawing = segmenter.segment(view(pixels), order.question(pixels.width(), pixels.height()));
        // One photo at a time, so that its concepts are all there is for the cores to share.
        var found = concepts.parallelStream()
                .map(concept -> drawing.concept(concept, pixels.width(), pixels.height()))
                .toList();
        Map<String, Mask> coarse = new LinkedHashMap<>();
        for (int i = 0; i < concepts.size(); i++) {
            coarse.put(concepts.get(i).id(), found.get(i).mask());
        }
        var fine = Refinement.refined(pixels, List.copyOf(coarse.values()), ProductConcepts.outlined(coarse));
        var files = fine.parallelStream().map(GreyPng::encode).toList();
        var name = nameOf(photo);
        var masks = new ArrayList<PhotoReport.Mask>();
        for (int i = 0; i < concepts.size(); i++) {
            var file = name + "." + concepts.get(i).id() + ".png";
            Files.write(out.resolve(file), files.get(i));
            masks.add(new PhotoReport.Mask(
                    concepts.get(i).id(), file, found.get(i).instances()));
        }
        var report = new PhotoReport(
                photo.getFileName().toString(),
                pixels.width(),
                pixels.height(),
                segmenter.label(),
                order.preset(),
                masks);
        Files.write(out.resolve(name + ".json"), JSON.writeValueAsBytes(report));
        return report;
    }

    /** What the names of a photo's files begin with: its own without the ending. */
    public static String nameOf(Path photo) {
        return String.valueOf(photo.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private Raster view(Raster pixels) throws IOException {
        var small = Downscale.toLongSide(pixels, segmenter.viewSide());
        return ImageDecoder.decoded(codec.writeJpeg(small, VIEW_QUALITY));
    }

    @Override
    public void close() {
        segmenter.close();
    }
}
