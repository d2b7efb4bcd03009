package photoset.workflows.rendering;

/**
 * A recolor as the renderer needs it: the material looked up, the defaults filled in.
 *
 * @param concept whose mask is painted
 * @param color the wanted sRGB colour, {@code #rrggbb}
 * @param keepLight how much of the light's own colour stays, 0 to 1
 */
public record Paint(String concept, String color, double keepLight) {}
