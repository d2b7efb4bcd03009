package photoset.workflows.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How to draw a material. The same recipe gives the same picture everywhere.
 *
 * @param lengthCm of one piece along its grain
 * @param widthCm of one piece
 * @param jointCm between two pieces, 0 for pieces that touch; of a {@link MaterialType#WEAVE} the width of a thread
 * @param joint colour of the joint, {@code #rrggbb}
 * @param accents colours beside the material's own, {@code #rrggbb}; {@link MaterialType} says what of
 * @param contrast of the drawing within a piece, 0 (none) to 1 (strong)
 * @param variation between the pieces, 0 (none) to 1 (strong)
 * @param seed tells apart two materials that are otherwise alike
 */
public record MaterialRecipe(
        @JsonProperty("material_type") MaterialType materialType,
        @JsonProperty("pattern") TilePattern pattern,
        @JsonProperty("length_cm") double lengthCm,
        @JsonProperty("width_cm") double widthCm,
        @JsonProperty("joint_cm") double jointCm,
        @JsonProperty("joint") String joint,
        @JsonProperty("accents") List<String> accents,
        @JsonProperty("contrast") double contrast,
        @JsonProperty("variation") double variation,
        @JsonProperty("seed") int seed) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    /** Smaller than a mosaic stone no photo shows it, larger than the longest slab nothing is made. */
    public static final double PIECE_CM_MIN = 1;

    /** As above. */
    public static final double PIECE_CM_MAX = 500;

    /** Checks every part. */
    public MaterialRecipe {
        require(within(lengthCm, PIECE_CM_MIN, PIECE_CM_MAX), "length_cm must be from 1 to 500");
        require(within(widthCm, PIECE_CM_MIN, PIECE_CM_MAX), "width_cm must be from 1 to 500");
        require(within(jointCm, 0, Math.min(lengthCm, widthCm) / 2), "joint_cm must be less than half a piece");
        require(HEX.matcher(joint).matches(), "joint must be a hex like #a0b1c2");
        require(accents.stream().allMatch(accent -> HEX.matcher(accent).matches()), "accents must be hex colours");
        require(within(contrast, 0, 1), "contrast must be from 0 to 1");
        require(within(variation, 0, 1), "variation must be from 0 to 1");
        accents = List.copyOf(accents);
    }

    private static boolean within(double value, double min, double max) {
        return value >= min && value <= max;
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException("A recipe's " + what + ".");
        }
    }
}
