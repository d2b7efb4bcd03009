package photoset.workflows.rendering;

/**
 * A look that can be drawn.
 *
 * @param id its name in the catalogue
 * @param hex its mean colour under white light, {@code #rrggbb}
 * @param recipe how to draw it
 */
public record ResolvedMaterial(String id, String hex, MaterialRecipe recipe) {}
