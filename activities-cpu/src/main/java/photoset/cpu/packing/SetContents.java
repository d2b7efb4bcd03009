package photoset.cpu.packing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import photoset.cpu.sets.PaletteColor;
import photoset.cpu.sets.SetOrder;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The table of contents of a set for programs. */
record SetContents(
        @JsonProperty("set") int version,
        @JsonProperty("template") String template,
        @JsonProperty("title") String title,
        @JsonProperty("date") String date,
        @JsonProperty("watermarked") boolean watermarked,
        @JsonProperty("pictures") List<SetFile> pictures,
        @JsonProperty("palettes") Map<String, List<Swatch>> palettes,
        @JsonProperty("not_delivered") List<Missing> notDelivered) {
    /** Version of this document's shape. */
    private static final int SHAPE = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** A color and where it is. */
    record Swatch(
            @JsonProperty("concept") String concept,
            @JsonProperty("name") String name,
            @JsonProperty("hex") String hex) {
        static Swatch of(PaletteColor color) {
            return new Swatch(color.concept(), color.name(), color.hex());
        }
    }

    /** A photo that the set does not show. */
    record Missing(
            @JsonProperty("photo") int photo,
            @JsonProperty("name") String name,
            @JsonProperty("reason") String reason) {}

    static SetContents of(SetOrder order, List<SetFile> pictures) {
        return new SetContents(
                SHAPE,
                order.template().id(),
                order.title(),
                order.date().toString(),
                order.watermarked(),
                pictures,
                palettes(order),
                order.failed().stream()
                        .map(photo -> new Missing(photo.number(), photo.name(), photo.reason()))
                        .toList());
    }

    /** What each design put where, in any of its photos. */
    static Map<String, List<Swatch>> palettes(SetOrder order) {
        Map<String, List<Swatch>> palettes = new LinkedHashMap<>();
        for (var photo : order.delivered()) {
            for (var design : photo.designs()) {
                var swatches = palettes.getOrDefault(design.variant(), List.of());
                palettes.put(
                        design.variant(),
                        Stream.concat(
                                        swatches.stream(),
                                        design.palette().stream().map(Swatch::of))
                                .distinct()
                                .toList());
            }
        }
        return palettes;
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }
}
