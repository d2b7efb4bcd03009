package photoset.workflows.rendering;

import photoset.workflows.materials.Recipe;

/**
 * A look that can be drawn.
 *
 * @param id its name in the catalogue
 * @param hex its mean colour under white light, {@code #rrggbb}
 * @param recipe how to draw it
 */
public record Material(String id, String hex, Recipe recipe) {}
