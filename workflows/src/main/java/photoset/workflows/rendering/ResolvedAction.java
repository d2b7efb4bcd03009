package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Action} as the renderer needs it: materials looked up, defaults filled in. What has no {@code action} in
 * JSON is a recolor, as it was written before there were others.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action", defaultImpl = ResolvedAction.Recolor.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ResolvedAction.Recolor.class, name = "recolor"),
    @JsonSubTypes.Type(value = ResolvedAction.Tone.class, name = "tone"),
    @JsonSubTypes.Type(value = ResolvedAction.Texture.class, name = "texture"),
    @JsonSubTypes.Type(value = ResolvedAction.Background.class, name = "background"),
    @JsonSubTypes.Type(value = ResolvedAction.Blur.class, name = "blur")
})
public sealed interface ResolvedAction {
    /** The concept whose mask is worked on. */
    String concept();

    /**
     * See {@link Action.Recolor}.
     *
     * @param color the wanted sRGB colour, {@code #rrggbb}
     * @param anchor percentile of lightness, 0.5 to 0.9
     * @param present the present paint's colour, {@code #rrggbb}; null if unknown
     */
    record Recolor(
            String concept,
            String color,
            double keepLight,
            @Nullable Finish finish,
            @Nullable Double anchor,
            @Nullable RecolorMode mode,
            @Nullable String present)
            implements ResolvedAction {
        /** The middle of the well lit part: neither shadow nor highlight. */
        private static final double ANCHOR = .65;

        /** Fills in what is absent. */
        public Recolor {
            finish = Objects.requireNonNullElse(finish, Finish.MATTE);
            anchor = Objects.requireNonNullElse(anchor, ANCHOR);
            mode = Objects.requireNonNullElse(mode, RecolorMode.APPEARANCE);
        }

        /** Another colour and nothing else said. */
        public Recolor(String concept, String color, double keepLight) {
            this(concept, color, keepLight, null, null, null, null);
        }

        @Override
        public Finish finish() {
            return Objects.requireNonNull(finish);
        }

        @Override
        public Double anchor() {
            return Objects.requireNonNull(anchor);
        }

        @Override
        public RecolorMode mode() {
            return Objects.requireNonNull(mode);
        }
    }

    /** See {@link Action.Tone}. */
    record Tone(
            String concept,
            double exposure,
            double contrast,
            double temperature,
            double tint,
            double saturation,
            double gloss)
            implements ResolvedAction {}

    /**
     * See {@link Action.Texture}.
     *
     * @param corners empty, or four points
     */
    record Texture(
            String concept,
            ResolvedMaterial material,
            double keepLight,
            List<Corner> corners,
            double scale,
            double angle)
            implements ResolvedAction {}

    /** A point in shares of the photo's width and height. */
    record Corner(double x, double y) {}

    /**
     * See {@link Action.Background}.
     *
     * @param color the wanted sRGB colour, {@code #rrggbb}; null for nothing at all
     */
    record Background(String concept, @Nullable String color, double shadow) implements ResolvedAction {}

    /** See {@link Action.Blur}. */
    record Blur(String concept, double strength) implements ResolvedAction {}
}
