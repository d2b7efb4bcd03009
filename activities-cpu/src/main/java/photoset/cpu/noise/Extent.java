package photoset.cpu.noise;

/**
 * The piece of a surface that repeats.
 *
 * @param cmPerPx size of a pixel; what is finer cannot be drawn
 */
public record Extent(double widthCm, double heightCm, double cmPerPx) {}
