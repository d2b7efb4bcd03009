package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change to the pixels of a concept, as a user writes it. {@code action} names it in JSON, the same in REST, SQL and
 * histories. Every option may be absent; its default is named here and filled in where it becomes a
 * {@link ResolvedAction}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.Recolor.class, name = "recolor"),
    @JsonSubTypes.Type(value = Action.Tone.class, name = "tone"),
    @JsonSubTypes.Type(value = Action.Texture.class, name = "texture"),
    @JsonSubTypes.Type(value = Action.Background.class, name = "background"),
    @JsonSubTypes.Type(value = Action.Blur.class, name = "blur")
})
public sealed interface Action {
    /**
     * Paints the concept in another colour and keeps its light and shadow.
     *
     * @param value a colour, {@code #rrggbb} (sRGB) or {@code lab(L a b)} (CSS Color 4, D50), or the id of a material
     * @param keepLight how much of the light's own colour stays, 0 (none) to 1 (all, the default)
     * @param finish how the present paint shines: matte (the default), satin or gloss; satin and gloss keep white sheen
     *     on white, grey and black surfaces, where colour cannot tell it from light
     * @param anchor which part of the surface shows exactly the wanted colour, as a percentile of its lightness: 0.5 (the
     *     middle) to 0.9 (the brightest), 0.65 by default
     * @param mode whether the value is the colour to be seen in the photo or the colour of the paint itself
     * @param present the present paint's colour, written like {@code value}; with it the mode {@code paint} knows the
     *     light
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recolor(
            @JsonProperty("value") String value,
            @JsonProperty("keep_light") @Nullable Double keepLight,
            @JsonProperty("finish") @Nullable Finish finish,
            @JsonProperty("anchor") @Nullable Double anchor,
            @JsonProperty("mode") @Nullable RecolorMode mode,
            @JsonProperty("present") @Nullable String present)
            implements Action {
        /** Another colour and nothing else said. */
        public Recolor(String value, @Nullable Double keepLight) {
            this(value, keepLight, null, null, null, null);
        }
    }

    /**
     * Develops the concept anew.
     *
     * @param exposure in stops, -3 to 3; 0 by default
     * @param contrast around middle grey, 0.5 (flatter) to 2 (harder); 1 by default
     * @param temperature white balance in mired, -100 (cooler) to 100 (warmer); 0 by default
     * @param tint white balance from -100 (greener) to 100 (more magenta); 0 by default
     * @param saturation factor of the chroma, 0 (grey) to 2; 1 by default
     * @param gloss -1 (sheen taken away) to 1 (sheen doubled); 0 by default
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tone(
            @JsonProperty("exposure") @Nullable Double exposure,
            @JsonProperty("contrast") @Nullable Double contrast,
            @JsonProperty("temperature") @Nullable Double temperature,
            @JsonProperty("tint") @Nullable Double tint,
            @JsonProperty("saturation") @Nullable Double saturation,
            @JsonProperty("gloss") @Nullable Double gloss)
            implements Action {}

    /**
     * Lays a material on the concept, in perspective and under the photo's light.
     *
     * @param value the id of a material
     * @param keepLight how much of the light's own colour stays, 0 (none) to 1 (all, the default)
     * @param corners four points {@code [x, y]} of one rectangle on the surface in shares of the photo's width and height
     *     (they may lie outside 0 to 1), in the order top left, top right, bottom right, bottom left; estimated from the
     *     photo when absent
     * @param scale factor of the material's own size, 0.1 to 10; 1 by default
     * @param angle turns the material on its surface, in degrees, -180 to 180; 0 by default
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Texture(
            @JsonProperty("value") String value,
            @JsonProperty("keep_light") @Nullable Double keepLight,
            @JsonProperty("corners") @Nullable List<List<Double>> corners,
            @JsonProperty("scale") @Nullable Double scale,
            @JsonProperty("angle") @Nullable Double angle)
            implements Action {}

    /**
     * Exchanges what lies behind a product for an even colour or for nothing.
     *
     * @param value a colour or the id of a material, as in {@link Recolor}, or {@code transparent} (PNG and WebP only)
     * @param shadow how much of the product's soft shadow stays, 0 (none) to 1 (all, the default)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Background(
            @JsonProperty("value") String value,
            @JsonProperty("shadow") @Nullable Double shadow) implements Action {}

    /**
     * Makes the concept unrecognisable or moves it out of focus.
     *
     * @param strength 0 (hardly) to 1 (nothing left to read); 0.5 by default
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Blur(@JsonProperty("strength") @Nullable Double strength) implements Action {}
}
