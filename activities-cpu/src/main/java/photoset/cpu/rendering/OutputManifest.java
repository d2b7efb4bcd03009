package photoset.cpu.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import photoset.cpu.painting.AreaRuns;
import photoset.cpu.painting.Areas;
import photoset.cpu.painting.ChangeCount;
import photoset.cpu.painting.DifferenceStatistics;
import photoset.cpu.painting.Painted;
import photoset.cpu.painting.Painted.PaintedLayer;
import photoset.objects.FileHash;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.segmentation.InstanceRef;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done to one photo, so that it can be checked and repeated. Holds hashes instead of keys, links and names; the
 * same task gives the same bytes.
 */
record OutputManifest(
        @JsonProperty("manifest") int version,
        @JsonProperty("renderer") String renderer,
        @JsonProperty("codec") String codec,
        @JsonProperty("segmenter") String segmenter,
        @JsonProperty("input") Input input,
        @JsonProperty("output") Output output,
        @JsonProperty("watermarked") boolean watermarked,
        @JsonProperty("variant") String variant,
        @JsonProperty("edges") EdgeMode edges,
        @JsonProperty("layers") List<Done> layers,
        @JsonProperty("protect") List<String> protect,
        @JsonProperty("exclude") List<String> exclude,
        @JsonProperty("lock") List<String> lock,
        @JsonProperty("masks_sha256") Map<String, String> masks,
        @JsonProperty("areas") Drawn areas,
        @JsonProperty("changed") ChangeCount changed,
        @JsonProperty("delta_e") DifferenceStatistics deltaE) {
    /** Version of this document's shape. */
    private static final int SHAPE = 3;

    /** Version of the arithmetic; another one means other pixels from the same rule. */
    private static final String RENDERER = "rules/4";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    record Input(
            @JsonProperty("idx") int idx,
            @JsonProperty("sha256") String sha256,
            @JsonProperty("bytes") long bytes,
            @JsonProperty("width") int width,
            @JsonProperty("height") int height) {
        static Input of(RenderSource sources) {
            var photo = sources.pixels();
            return new Input(sources.idx(), sources.sha256(), sources.bytes(), photo.width(), photo.height());
        }
    }

    record Output(
            @JsonProperty("format") OutputFormat format,
            @JsonProperty("lossless") boolean lossless,
            @JsonProperty("sha256") String sha256,
            @JsonProperty("bytes") long bytes) {
        /** A result in the photo's own RGB space is read back through its profile, which rounds. */
        static Output of(RenderSpec spec, byte[] file) {
            var format = spec.format();
            boolean lossless = format == OutputFormat.PNG && !spec.keepProfile();
            return new Output(format, lossless, FileHash.sha256(file), file.length);
        }
    }

    /** One layer; {@code surface} and {@code delta_e} are absent where no colour was aimed at or nothing was painted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            @JsonProperty("action") ResolvedAction action,
            @JsonProperty("pixels") long pixels,
            @JsonProperty("surface") @Nullable String surface,
            @JsonProperty("delta_e") @Nullable Double deltaE) {
        static Done of(PaintedLayer layer) {
            var surface = layer.surface();
            var deltaE = layer.deltaE();
            return new Done(
                    layer.action(),
                    layer.pixels(),
                    surface == null ? null : surface.hex(),
                    deltaE == null ? null : Math.round(deltaE * 100) / 100.0);
        }
    }

    /** The areas of the rule and of what it protects, in the form of {@link AreaRuns}. */
    record Drawn(
            @JsonProperty("rule") String rule,
            @JsonProperty("protect") String protect) {
        static Drawn of(Areas areas) {
            return new Drawn(AreaRuns.of(areas.rule()), AreaRuns.of(areas.protect()));
        }
    }

    static OutputManifest of(RenderSource sources, RenderSpec spec, Painted painted, byte[] file, String codec) {
        var areas = painted.areas();
        return new OutputManifest(
                SHAPE,
                RENDERER,
                codec,
                sources.segmenter(),
                Input.of(sources),
                Output.of(spec, file),
                spec.watermarked(),
                spec.variant(),
                spec.edges(),
                painted.layers().stream().map(Done::of).toList(),
                spec.protect(),
                spec.exclude().stream().map(InstanceRef::id).toList(),
                spec.lock().stream().map(InstanceRef::id).toList(),
                sources.maskHashes(),
                Drawn.of(areas),
                painted.changes(),
                DifferenceStatistics.of(
                        sources.pixels(), painted.shown(), i -> areas.rule().at(i) > 0));
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }
}
