package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import photoset.workflows.rendering.ActionOption.Default;
import photoset.workflows.rendering.ActionOption.Range;

/**
 * One change to the pixels of a concept, as a user writes it. {@code action} names it in JSON, the same in REST, SQL and
 * histories. Ranges and defaults of the options stand here and nowhere else; {@link ActionOption} reads them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.Recolor.class, name = "recolor"),
    @JsonSubTypes.Type(value = Action.Tone.class, name = "tone"),
    @JsonSubTypes.Type(value = Action.Texture.class, name = "texture"),
    @JsonSubTypes.Type(value = Action.Background.class, name = "background"),
    @JsonSubTypes.Type(value = Action.Blur.class, name = "blur"),
    @JsonSubTypes.Type(value = Action.Remove.class, name = "remove")
})
public sealed interface Action {
    /**
     * Paints the concept in another colour and keeps its light and shadow.
     *
     * @param value a colour, {@code #rrggbb} (sRGB) or {@code lab(L a b)} (CSS Color 4, D50), or the id of a material
     * @param keepLight how much of the light's own colour stays, from none to all
     * @param finish how the present paint shines; satin and gloss keep white sheen on white, grey and black surfaces,
     *     where colour cannot tell it from light
     * @param anchor which part of the surface shows exactly the wanted colour, as a percentile of its lightness; by
     *     default the middle of the well lit part, neither shadow nor highlight
     * @param mode whether the value is the colour to be seen in the photo or the colour of the paint itself
     * @param present the present paint's colour, written like {@code value}; with it the mode {@code paint} knows the
     *     light
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recolor(
            @JsonProperty("value") String value,

            @JsonProperty("keep_light") @Range(min = 0, max = 1) @Default("1") @Nullable
            Double keepLight,

            @JsonProperty("finish") @Default("matte") @Nullable
            Finish finish,

            @JsonProperty("anchor") @Range(min = .5, max = .9) @Default("" + Recolor.ANCHOR) @Nullable
            Double anchor,

            @JsonProperty("mode") @Default("appearance") @Nullable
            RecolorMode mode,

            @JsonProperty("present") @Nullable String present)
            implements Action {
        /** The percentile in the middle of the well lit part of a surface: neither shadow nor highlight. */
        public static final double ANCHOR = .65;

        /** Another colour and nothing else said. */
        public Recolor(String value, @Nullable Double keepLight) {
            this(value, keepLight, null, null, null, null);
        }
    }

    /**
     * Develops the concept anew.
     *
     * @param exposure in stops
     * @param contrast around middle grey, flatter below 1 and harder above
     * @param temperature white balance in mired, warmer when positive
     * @param tint white balance, magenta when positive and green when negative
     * @param saturation factor of the chroma; 0 is grey
     * @param gloss how much sheen is added, -1 takes all away
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tone(
            @JsonProperty("exposure") @Range(min = -3, max = 3) @Default("0") @Nullable
            Double exposure,

            @JsonProperty("contrast") @Range(min = .5, max = 2) @Default("1") @Nullable
            Double contrast,

            @JsonProperty("temperature") @Range(min = -100, max = 100) @Default("0") @Nullable
            Double temperature,

            @JsonProperty("tint") @Range(min = -100, max = 100) @Default("0") @Nullable
            Double tint,

            @JsonProperty("saturation") @Range(min = 0, max = 2) @Default("1") @Nullable
            Double saturation,

            @JsonProperty("gloss") @Range(min = -1, max = 1) @Default("0") @Nullable
            Double gloss)
            implements Action {}

    /**
     * Lays a material on the concept, in perspective and under the photo's light.
     *
     * @param value the id of a material
     * @param keepLight how much of the light's own colour stays, from none to all
     * @param corners four points {@code [x, y]} of one rectangle on the surface in shares of the photo's width and height
     *     (they may lie outside 0 to 1), in the order top left, top right, bottom right, bottom left; estimated from the
     *     photo when absent
     * @param scale factor of the material's own size
     * @param angle turns the material on its surface, in degrees
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Texture(
            @JsonProperty("value") String value,

            @JsonProperty("keep_light") @Range(min = 0, max = 1) @Default("1") @Nullable
            Double keepLight,

            @JsonProperty("corners") @Nullable List<List<Double>> corners,

            @JsonProperty("scale") @Range(min = .1, max = 10) @Default("1") @Nullable
            Double scale,

            @JsonProperty("angle") @Range(min = -180, max = 180) @Default("0") @Nullable
            Double angle)
            implements Action {}

    /**
     * Exchanges what lies behind a product for an even colour or for nothing.
     *
     * @param value a colour or the id of a material, as in {@link Recolor}, or {@code transparent} (PNG and WebP only)
     * @param shadow how much of the product's soft shadow stays, from none to all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Background(
            @JsonProperty("value") String value,

            @JsonProperty("shadow") @Range(min = 0, max = 1) @Default("1") @Nullable
            Double shadow)
            implements Action {}

    /**
     * Makes the concept unrecognisable or moves it out of focus.
     *
     * @param strength from hardly to nothing left to read; by default faces and letters are gone and shapes remain
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Blur(
            @JsonProperty("strength") @Range(min = 0, max = 1) @Default("0.5") @Nullable
            Double strength) implements Action {}

    /** Takes a thing out of the photo: what is around it goes on in its place. Has no options. */
    record Remove() implements Action {}
}
