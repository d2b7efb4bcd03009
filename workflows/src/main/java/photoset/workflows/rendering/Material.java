package photoset.workflows.rendering;

/**
 * A look that can be drawn.
 *
 * @param id its name in the catalogue
 * @param hex its mean colour under white light, {@code #rrggbb}
 */
public record Material(String id, String hex) {}
