package photoset.cpu.decoding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import photoset.cpu.codec.DecodedPhoto;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.cpu.codec.SourceColors;
import photoset.cpu.header.PhotoHeader;
import photoset.imaging.Mask;
import photoset.imaging.ProfiledRaster;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoLimits;

/**
 * What parent and child say to each other. Sizes come from the header that the parent has checked, never from the child,
 * which may have been taken over by the file.
 */
final class DecoderProtocol {
    static final int READ = 1;
    static final int READ_WITH_OWN = 2;
    static final int TO_PROFILE = 3;

    private static final int DONE = 10;
    private static final int REFUSED = 11;
    private static final int ALPHA = 1;
    private static final int OWN = 2;

    /** Twice the largest profile in use. */
    private static final int PROFILE_BYTES_MAX = 4 << 20;

    private static final int REASON_CHARS_MAX = 1000;

    private DecoderProtocol() {}

    /** An order as the child reads it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    sealed interface Order {
        record Read(byte[] file, Wanted wanted) implements Order {}

        record ToProfile(Raster srgb, byte[] profile) implements Order {}
    }

    static void write(DataOutputStream out, Order order) throws IOException {
        switch (order) {
            case Order.Read(var file, var wanted) -> {
                out.writeByte(wanted == Wanted.SRGB ? READ : READ_WITH_OWN);
                writeBytes(out, file);
            }
            case Order.ToProfile(var srgb, var profile) -> {
                out.writeByte(TO_PROFILE);
                out.writeInt(srgb.width());
                out.writeInt(srgb.height());
                out.write(srgb.rgb());
                writeBytes(out, profile);
            }
        }
        out.flush();
    }

    static Order readOrder(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case READ -> new Order.Read(readBytes(in, PhotoLimits.BYTES_MAX), Wanted.SRGB);
            case READ_WITH_OWN -> new Order.Read(readBytes(in, PhotoLimits.BYTES_MAX), Wanted.SRGB_AND_OWN);
            case TO_PROFILE -> {
                var srgb = readRaster(in, in.readInt(), in.readInt());
                yield new Order.ToProfile(srgb, readBytes(in, PROFILE_BYTES_MAX));
            }
            default -> throw new IOException("no such order: " + kind);
        };
    }

    static void writePhoto(DataOutputStream out, DecodedPhoto photo) throws IOException {
        var alpha = photo.alpha();
        var own = photo.own();
        out.writeByte(DONE);
        out.writeByte((alpha == null ? 0 : ALPHA) + (own == null ? 0 : OWN));
        out.write(photo.pixels().rgb());
        if (alpha != null) {
            out.write(alpha.levels());
        }
        if (own != null) {
            writeBytes(out, own.pixels().profile());
            out.write(own.pixels().rgb());
        }
        out.flush();
    }

    static void writeConverted(DataOutputStream out, ProfiledRaster raster) throws IOException {
        out.writeByte(DONE);
        out.write(raster.rgb());
        out.flush();
    }

    static void writeRefusal(DataOutputStream out, @Nullable String reason) throws IOException {
        var text = String.valueOf(reason);
        out.writeByte(REFUSED);
        out.writeUTF(text.substring(0, Math.min(text.length(), REASON_CHARS_MAX)));
        out.flush();
    }

    /**
     * The answer to {@link Order.Read}.
     *
     * @throws RefusedByDecoder if the file is damaged
     */
    static DecodedPhoto readPhoto(DataInputStream in, PhotoHeader header) throws IOException, RefusedByDecoder {
        expectDone(in);
        int width = header.uprightWidth();
        int height = header.uprightHeight();
        int parts = in.readByte();
        var pixels = readRaster(in, width, height);
        var alpha = (parts & ALPHA) == 0 ? null : new Mask(width, height, readExactly(in, width * height));
        var own = (parts & OWN) == 0 ? null : readOwn(in, width, height);
        return new DecodedPhoto(header.format(), pixels, alpha, own);
    }

    private static SourceColors readOwn(DataInputStream in, int width, int height) throws IOException {
        byte[] profile = readBytes(in, PROFILE_BYTES_MAX);
        return new SourceColors(new ProfiledRaster(width, height, readRgb(in, width, height), profile));
    }

    /**
     * The answer to {@link Order.ToProfile}.
     *
     * @throws RefusedByDecoder if the profile is damaged
     */
    static ProfiledRaster readConverted(DataInputStream in, Order.ToProfile order)
            throws IOException, RefusedByDecoder {
        expectDone(in);
        int width = order.srgb().width();
        int height = order.srgb().height();
        return new ProfiledRaster(width, height, readRgb(in, width, height), order.profile());
    }

    private static void expectDone(DataInputStream in) throws IOException, RefusedByDecoder {
        int status = in.readByte();
        if (status == REFUSED) {
            throw new RefusedByDecoder(in.readUTF());
        }
        if (status != DONE) {
            throw new IOException("no such answer: " + status);
        }
    }

    private static Raster readRaster(DataInputStream in, int width, int height) throws IOException {
        return new Raster(width, height, readRgb(in, width, height));
    }

    private static byte[] readRgb(DataInputStream in, int width, int height) throws IOException {
        return readExactly(in, Math.multiplyExact(Math.multiplyExact(width, height), 3));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in, long most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("%d bytes are too many".formatted(length));
        }
        return readExactly(in, length);
    }

    private static byte[] readExactly(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
