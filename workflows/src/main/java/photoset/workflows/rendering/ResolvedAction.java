package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Action} as the renderer needs it: materials looked up, defaults filled in.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ResolvedAction.Recolor.class, name = "recolor"),
    @JsonSubTypes.Type(value = ResolvedAction.Tone.class, name = "tone"),
    @JsonSubTypes.Type(value = ResolvedAction.Texture.class, name = "texture"),
    @JsonSubTypes.Type(value = ResolvedAction.Background.class, name = "background"),
    @JsonSubTypes.Type(value = ResolvedAction.Blur.class, name = "blur"),
    @JsonSubTypes.Type(value = ResolvedAction.Remove.class, name = "remove")
})
public sealed interface ResolvedAction {
    /** The concept whose mask is worked on. */
    String concept();

    /**
     * See {@link Action.Recolor}.
     *
     * @param color the wanted sRGB colour, {@code #rrggbb}
     * @param present the present paint's colour, {@code #rrggbb}; null if unknown
     */
    record Recolor(
            String concept,
            String color,
            double keepLight,
            Finish finish,
            double anchor,
            RecolorMode mode,
            @Nullable String present)
            implements ResolvedAction {
        /** Another colour and nothing else said. */
        public Recolor(String concept, String color, double keepLight) {
            this(concept, color, ActionOption.completed(new Action.Recolor(color, keepLight)), null);
        }

        /**
         * What a user said, with its colours looked up.
         *
         * @param said as {@link ActionOption#completed} leaves it
         */
        public Recolor(String concept, String color, Action.Recolor said, @Nullable String present) {
            this(
                    concept,
                    color,
                    Objects.requireNonNull(said.keepLight()),
                    Objects.requireNonNull(said.finish()),
                    Objects.requireNonNull(said.anchor()),
                    Objects.requireNonNull(said.mode()),
                    present);
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
     * @param surface how what the concept names lies
     */
    record Texture(
            String concept,
            ResolvedMaterial material,
            double keepLight,
            List<Corner> corners,
            double scale,
            double angle,
            SurfaceKind surface)
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

    /** See {@link Action.Remove}. */
    record Remove(String concept) implements ResolvedAction {}
}
