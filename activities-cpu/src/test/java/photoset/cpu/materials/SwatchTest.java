package photoset.cpu.materials;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import photoset.imaging.Downscale;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedMaterial;
import photoset.workflows.rendering.TilePattern;

/**
 * The api serves small pictures of the materials that this module draws. They are committed; a changed recipe is written
 * anew with {@code -Dphotoset.swatches.write=true}.
 */
class SwatchTest {
    private static final Path FOLDER = Catalogue.RESOURCES.resolve(Path.of("static", "swatches"));
    private static final boolean WRITE = Boolean.getBoolean("photoset.swatches.write");
    private static final int SIDE = 128;
    private static final int TILE_SIDE = 512;

    /** A swatch shows a few pieces, not the whole repeat, in which a joint would be thinner than a pixel. */
    private static final double PIECES = 5;

    private static final int BYTES_MAX = 3_000;
    private static final int BYTES_OF_ALL_MAX = 160_000;

    /** Mean difference of two levels; another encoder rounds a little differently. */
    private static final double DIFFERENCE_MAX = 1.5;

    private static List<ResolvedMaterial> all() {
        return Catalogue.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theCommittedSwatchIsWhatTheRecipeDraws(ResolvedMaterial material) throws IOException {
        byte[] drawn = jpeg(swatch(material));
        var file = FOLDER.resolve(material.id() + ".jpg");
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.write(file, drawn);
        }
        assertThat(difference(decoded(drawn), decoded(Files.readAllBytes(file))))
                .as("%s: draw it anew with -Dphotoset.swatches.write=true", file.getFileName())
                .isLessThanOrEqualTo(DIFFERENCE_MAX);
    }

    @Test
    void thereIsOneForEachMaterialAndTheyAreSmall() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            var sizes = files.map(SwatchTest::size).toList();
            assertThat(sizes).hasSize(all().size());
            assertThat(sizes.stream().mapToLong(size -> size).sum()).isLessThanOrEqualTo(BYTES_OF_ALL_MAX);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Raster swatch(ResolvedMaterial material) {
        var tile = MaterialTile.of(material, TILE_SIDE);
        var recipe = material.recipe();
        double shown = recipe.pattern() == TilePattern.SHEET ? tile.widthCm() : PIECES * recipe.widthCm();
        int width = (int) Math.min(TILE_SIDE, TILE_SIDE * shown / tile.widthCm());
        int height = (int) Math.min(TILE_SIDE, TILE_SIDE * shown / tile.heightCm());
        int side = Math.max(SIDE, Math.min(width, height));
        byte[] cut = new byte[side * side * 3];
        for (int y = 0; y < side; y++) {
            System.arraycopy(tile.picture().rgb(), y * TILE_SIDE * 3, cut, y * side * 3, side * 3);
        }
        return Downscale.toLongSide(new Raster(side, side, cut), SIDE);
    }

    private static byte[] jpeg(Raster picture) throws IOException {
        for (int quality = 90; ; quality -= 4) {
            byte[] file = jpeg(picture, quality / 100f);
            if (file.length <= BYTES_MAX) {
                return file;
            }
        }
    }

    private static byte[] jpeg(Raster picture, float quality) throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.pixels(); i++) {
            int rgb = ((picture.rgb()[3 * i] & 255) << 16)
                    | ((picture.rgb()[3 * i + 1] & 255) << 8)
                    | (picture.rgb()[3 * i + 2] & 255);
            image.setRGB(i % SIDE, i / SIDE, rgb);
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static double difference(BufferedImage first, BufferedImage second) {
        long sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            int a = first.getRGB(i % SIDE, i / SIDE);
            int b = second.getRGB(i % SIDE, i / SIDE);
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
            }
        }
        return sum / (3.0 * SIDE * SIDE);
    }
}
