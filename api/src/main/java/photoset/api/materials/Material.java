package photoset.api.materials;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import photoset.api.language.LocalizedText;
import photoset.workflows.rendering.Finish;
import photoset.workflows.rendering.MaterialRecipe;

/**
 * A named look.
 *
 * @param hex its mean sRGB colour under white light, {@code #rrggbb} in lower case
 * @param finish how it shines; a hint for clients
 * @param recipe how it is drawn
 */
public record Material(
        @JsonProperty("id") String id,
        @JsonProperty("kind") Kind kind,
        @JsonProperty("name") LocalizedText name,
        @JsonProperty("hex") String hex,
        @JsonProperty("finish") Finish finish,
        @JsonProperty("recipe") MaterialRecipe recipe) {
    static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    /** What it is made of. */
    public enum Kind {
        PAINT,
        WOOD,
        TILE,
        STONE,
        TEXTILE,
        METAL;

        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Material {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("The material " + id + " needs a hex like #a0b1c2, not " + hex + ".");
        }
    }

    /** The path of its picture on this server. */
    String swatch() {
        return Swatches.PATH + id + ".jpg";
    }
}
