package photoset.cpu.codec;

import org.jspecify.annotations.Nullable;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoFormat;

/**
 * A decoded photo.
 *
 * @param format what kind of file it was
 * @param pixels upright, sRGB, what is transparent laid on white
 * @param alpha how opaque it is, upright; null if it is so everywhere
 * @param own what the file itself says of its colours; null unless asked for, and for sRGB, grey and CMYK
 */
public record DecodedPhoto(
        PhotoFormat format,
        Raster pixels,
        @Nullable Mask alpha,
        @Nullable SourceColors own) {}
