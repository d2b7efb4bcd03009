package photoset.cpu.codec;

import org.jspecify.annotations.Nullable;
import photoset.imaging.Mask;
import photoset.workflows.rendering.OutputFormat;

/**
 * How a picture leaves.
 *
 * @param alpha how opaque it is, of the picture's size; null for everywhere. The picture itself lies on white, which is
 *     taken out again; JPEG cannot say it and stays on white
 * @param profile what the picture's numbers mean, an ICC profile that the file will carry; null for sRGB, which needs
 *     none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record EncodeOptions(OutputFormat format, @Nullable Mask alpha, byte @Nullable [] profile) {
    /** Opaque sRGB. */
    public static EncodeOptions plain(OutputFormat format) {
        return new EncodeOptions(format, null, null);
    }
}
