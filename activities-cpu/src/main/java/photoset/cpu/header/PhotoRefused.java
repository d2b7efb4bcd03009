package photoset.cpu.header;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.photos.PhotoLimits;

/** A file that will never become pixels. The message is written for the photo's owner and holds no inner detail. */
public final class PhotoRefused extends RuntimeException {
    private final PhotoFault fault;

    PhotoRefused(PhotoError error, String message) {
        this(error, message, null);
    }

    private PhotoRefused(PhotoError error, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = new PhotoFault(error, message);
    }

    /** The pixels could not be had; the cause is what the decoder said, for the log. */
    public static PhotoRefused damaged(@Nullable Throwable cause) {
        return new PhotoRefused(
                PhotoError.UNREADABLE_PHOTO,
                "The file is damaged or cut off and cannot be read to its end. Send the photo again, or save it anew"
                        + " first.",
                cause);
    }

    static PhotoRefused damaged() {
        return damaged(null);
    }

    static PhotoRefused unsupported(String message) {
        return new PhotoRefused(PhotoError.UNSUPPORTED_FORMAT, message);
    }

    /** The format is offered, but this server's native library lacks its decoder. */
    public static PhotoRefused noDecoder(PhotoFormat format) {
        return unsupported("This server cannot read %s%s. Send a JPEG%s."
                .formatted(
                        format.title(),
                        format == PhotoFormat.HEIC ? " as long as its operator does not install libheif" : "",
                        format == PhotoFormat.HEIC
                                ? ", or set the iPhone's camera to Formats > Most Compatible and send the photo again"
                                : " or PNG"));
    }

    /** The decoder had to be killed, or died, over this file. */
    public static PhotoRefused undecodable(Throwable cause) {
        return new PhotoRefused(
                PhotoError.UNREADABLE_PHOTO,
                "The file takes too long or too much memory to read. Save the photo anew as JPEG and send it again.",
                cause);
    }

    /** More than {@link PhotoLimits#BYTES_MAX}. */
    public static PhotoRefused tooManyBytes(long bytes) {
        return new PhotoRefused(
                PhotoError.PHOTO_TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "The file has %.1f MB; at most %d MB are accepted. Save it with a lower quality or smaller.",
                        bytes / 1e6,
                        PhotoLimits.BYTES_MAX / 1_000_000));
    }

    /** The same in the words of the contract. */
    public PhotoFault fault() {
        return fault;
    }
}
