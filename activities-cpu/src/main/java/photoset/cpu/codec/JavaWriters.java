package photoset.cpu.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** The JDK's writers with the settings of delivered pictures. */
final class JavaWriters {
    private static final float JPEG_QUALITY = .90f;

    /** The writer's scale for deflate: 9 - 9 x this is the level, here 2. */
    private static final float PNG_SPEED = 7f / 9;

    private static final String JPEG_TREE = "javax_imageio_jpeg_image_1.0";

    private JavaWriters() {}

    static byte[] png(BufferedImage image) {
        return encode(image, writer("png"), PNG_SPEED, null);
    }

    /** Colour at full resolution. */
    static byte[] jpeg(BufferedImage image) {
        var writer = writer("jpeg");
        var metadata = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        try {
            metadata.setFromTree(JPEG_TREE, unsampled(metadata.getAsTree(JPEG_TREE)));
        } catch (IIOInvalidTreeException impossible) {
            throw new IllegalStateException("The JDK's writer does not know its own words.", impossible);
        }
        return encode(image, writer, JPEG_QUALITY, metadata);
    }

    /** Colour at half resolution. */
    static byte[] smallJpeg(BufferedImage image, float quality) {
        return encode(image, writer("jpeg"), quality, null);
    }

    private static org.w3c.dom.Node unsampled(org.w3c.dom.Node tree) {
        var components = ((IIOMetadataNode) tree).getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            var component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        return tree;
    }

    private static ImageWriter writer(String format) {
        return ImageIO.getImageWritersByFormatName(format).next();
    }

    private static byte[] encode(
            BufferedImage image, ImageWriter writer, float quality, @Nullable IIOMetadata metadata) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } catch (IOException impossible) {
            throw new IllegalStateException("Writing to memory failed.", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
