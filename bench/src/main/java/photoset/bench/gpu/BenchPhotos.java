package photoset.bench.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import photoset.bench.speed.BenchPhoto;
import photoset.cli.render.InstalledCodec;
import photoset.cpu.codec.ImageCodec;
import photoset.gpu.sam3.Sam3Model;
import photoset.imaging.Downscale;
import photoset.imaging.Raster;

/** Photos to measure with, made once for a run. */
final class BenchPhotos {
    private static final int QUALITY = 95;

    private final ImageCodec codec = InstalledCodec.find();
    private final Path folder;
    private final List<Photo> made = new ArrayList<>();

    BenchPhotos(Path folder) {
        this.folder = folder;
    }

    /**
     * One photo.
     *
     * @param file a JPEG
     */
    record Photo(int megapixels, Path file) {
        /** Decoded and reduced to what models see, as the CPU worker does when a photo arrives. */
        byte[] view(ImageCodec codec) throws IOException {
            var pixels = codec.read(Files.readAllBytes(file)).pixels();
            return codec.writeJpeg(Downscale.toLongSide(pixels, Sam3Model.VIEW_SIDE_PX), QUALITY);
        }

        Raster pixels(ImageCodec codec) throws IOException {
            return codec.read(Files.readAllBytes(file)).pixels();
        }
    }

    List<Photo> of(List<Integer> megapixels) throws IOException {
        for (int size : megapixels) {
            if (made.stream().noneMatch(photo -> photo.megapixels == size)) {
                var file = folder.resolve(size + ".jpg");
                Files.write(file, codec.writeJpeg(new BenchPhoto(size).picture(), QUALITY));
                made.add(new Photo(size, file));
            }
        }
        return List.copyOf(made);
    }

    /** The folder and the photos in it. */
    static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
