package photoset.cpu.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.cpu.header.FileHash;
import photoset.cpu.painting.Painted;
import photoset.cpu.painting.Painted.PaintedLayer;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderTask;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done to one photo, so that it can be checked and repeated. Holds hashes instead of keys, links and names; the
 * same task gives the same bytes.
 */
record Manifest(
        @JsonProperty("manifest") int version,
        @JsonProperty("renderer") String renderer,
        @JsonProperty("codec") String codec,
        @JsonProperty("segmenter") String segmenter,
        @JsonProperty("input") Input input,
        @JsonProperty("output") Output output,
        @JsonProperty("watermarked") boolean watermarked,
        @JsonProperty("variant") String variant,
        @JsonProperty("paints") List<Coat> paints,
        @JsonProperty("protect") List<String> protect,
        @JsonProperty("masks_sha256") Map<String, String> masks,
        @JsonProperty("changed") Changed changed) {
    /** Version of this document's shape. */
    private static final int SHAPE = 1;

    /** Version of the arithmetic; another one means other pixels from the same rule. */
    private static final String RENDERER = "recolor/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    record Input(
            @JsonProperty("idx") int idx,
            @JsonProperty("sha256") String sha256,
            @JsonProperty("bytes") long bytes,
            @JsonProperty("width") int width,
            @JsonProperty("height") int height) {
        static Input of(PhotoRef photo) {
            return new Input(photo.idx(), photo.sha256(), photo.bytes(), photo.width(), photo.height());
        }
    }

    record Output(
            @JsonProperty("format") OutputFormat format,
            @JsonProperty("sha256") String sha256,
            @JsonProperty("bytes") long bytes) {
        static Output of(OutputFormat format, byte[] file) {
            return new Output(format, FileHash.sha256(file), file.length);
        }
    }

    /** One paint; {@code surface} and {@code delta_e} are absent where nothing was painted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Coat(
            @JsonProperty("concept") String concept,
            @JsonProperty("action") String action,
            @JsonProperty("color") String color,
            @JsonProperty("keep_light") double keepLight,
            @JsonProperty("pixels") long pixels,
            @JsonProperty("surface") @Nullable String surface,
            @JsonProperty("delta_e") @Nullable Double deltaE) {
        static Coat of(PaintedLayer layer) {
            var paint = layer.paint();
            var surface = layer.surface();
            var deltaE = layer.deltaE();
            return new Coat(
                    paint.concept(),
                    "recolor",
                    paint.color(),
                    paint.keepLight(),
                    layer.pixels(),
                    surface == null ? null : surface.hex(),
                    deltaE == null ? null : Math.round(deltaE * 100) / 100.0);
        }
    }

    /** Pixel counts, taken before encoding. */
    record Changed(
            @JsonProperty("pixels") long pixels,
            @JsonProperty("in_protect") long inProtect,
            @JsonProperty("outside_rule") long outsideRule) {}

    static Manifest of(RenderTask task, Painted painted, Output output, Map<String, String> masks, String codec) {
        return new Manifest(
                SHAPE,
                RENDERER,
                codec,
                task.found().model(),
                Input.of(task.photo()),
                output,
                task.look().watermarked(),
                task.look().variant(),
                painted.layers().stream().map(Coat::of).toList(),
                task.look().protect(),
                masks,
                new Changed(painted.changed(), painted.changedInProtect(), painted.changedOutsideRule()));
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }
}
