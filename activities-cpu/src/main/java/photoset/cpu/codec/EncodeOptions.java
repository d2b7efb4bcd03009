package photoset.cpu.codec;

import org.jspecify.annotations.Nullable;
import photoset.imaging.Mask;
import photoset.workflows.rendering.OutputFormat;

/**
 * How a picture leaves.
 *
 * @param alpha how opaque it is, of the picture's size; null for everywhere. The picture itself lies on white, which is
 *     taken out again; JPEG cannot say it and stays on white
 */
public record EncodeOptions(OutputFormat format, @Nullable Mask alpha) {
    /** Opaque. */
    public static EncodeOptions plain(OutputFormat format) {
        return new EncodeOptions(format, null);
    }
}
