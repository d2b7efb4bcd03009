package photoset.cpu.codec;

import photoset.cpu.pixels.Raster;
import photoset.workflows.rendering.OutputFormat;

/**
 * A decoded photo.
 *
 * @param format what kind of file it was
 * @param pixels upright, sRGB
 */
public record Photo(OutputFormat format, Raster pixels) {}
