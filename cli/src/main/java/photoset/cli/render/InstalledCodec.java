package photoset.cli.render;

import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.standalone.embedded.UserError;

/** What decodes and encodes pictures on this machine. */
public final class InstalledCodec {
    private InstalledCodec() {}

    /**
     * libvips, or the pure Java codec where there is none.
     *
     * @throws UserError if {@code PHOTOSET_VIPS} names a library that cannot be loaded
     */
    public static ImageCodec find() {
        try {
            return ImageCodecs.find(null);
        } catch (IllegalStateException unusable) {
            throw new UserError(String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
