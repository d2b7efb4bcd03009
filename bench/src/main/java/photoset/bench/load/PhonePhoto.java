package photoset.bench.load;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of the size that phones send through chat programs. */
public final class PhonePhoto {
    private PhonePhoto() {}

    /** The same bytes each time. */
    public static byte[] jpeg() {
        var picture = new BufferedImage(1024, 768, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0xd8d0c4), 1024, 768, new Color(0x8a8078)));
        pen.fillRect(0, 0, 1024, 768);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
