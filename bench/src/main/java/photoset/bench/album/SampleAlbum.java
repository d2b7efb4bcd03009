package photoset.bench.album;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import photoset.cli.album.PhotoFolder;
import photoset.cpu.codec.ImageCodec;
import photoset.workflows.rendering.OutputFormat;

/** The sample rooms of the project as an album of ten JPEG files. */
public final class SampleAlbum {
    /** What the free plan takes in one job. */
    private static final int PHOTOS = 10;

    private SampleAlbum() {}

    /** The rooms as they are, some of them twice. */
    public static List<byte[]> of(Path home) throws IOException {
        var rooms = PhotoFolder.sampleRooms(home).photos();
        List<byte[]> album = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            album.add(Files.readAllBytes(rooms.get(i % rooms.size())));
        }
        return album;
    }

    /** The rooms at a size in megapixels, and not a pixel more: that may be all that is accepted. */
    public static List<byte[]> of(Path home, ImageCodec codec, int megapixels) throws IOException {
        List<byte[]> album = new ArrayList<>();
        for (byte[] file : of(home)) {
            var room = codec.read(file).pixels();
            double scale = Math.sqrt(megapixels * 1e6 / room.pixels());
            var resized = room.resized((int) (room.width() * scale), (int) (room.height() * scale));
            album.add(codec.write(resized, OutputFormat.JPEG));
        }
        return album;
    }
}
