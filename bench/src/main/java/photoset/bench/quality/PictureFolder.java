package photoset.bench.quality;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import photoset.imaging.Raster;

/**
 * Keeps pictures so that people can look.
 *
 * @param folder null to keep nothing
 */
public record PictureFolder(@Nullable Path folder) {
    /** Keeps one under a name without its ending. */
    public void keep(String name, Raster picture) throws IOException {
        if (folder == null) {
            return;
        }
        Files.createDirectories(folder);
        var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0, at = 0; i < picture.pixels(); i++, at += 3) {
            int red = picture.rgb()[at] & 255;
            int green = picture.rgb()[at + 1] & 255;
            int blue = picture.rgb()[at + 2] & 255;
            image.setRGB(i % picture.width(), i / picture.width(), red << 16 | green << 8 | blue);
        }
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }
}
