package photoset.cpu.codec;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.png.GreyPng;
import photoset.workflows.photos.PhotoFormat;
import photoset.workflows.rendering.OutputFormat;

/** Good files of each format that use much of it, to be broken. */
public final class Hostiles {
    private Hostiles() {}

    /** The same each time. */
    public static List<byte[]> seeds(PhotoFormat format) {
        return switch (format) {
            case JPEG ->
                List.of(
                        PictureFiles.jpeg(noise()),
                        PictureFiles.withSegment(
                                PictureFiles.progressiveJpeg(), 0xe1, PictureFiles.exif(6, ByteOrder.BIG_ENDIAN)),
                        PictureFiles.cmykJpeg(0xffffffff, 0x00ffffff));
            case PNG ->
                List.of(
                        new JavaCodec().write(noise(), EncodeOptions.plain(OutputFormat.PNG)),
                        PictureFiles.withChunk(
                                GreyPng.encode(Mask.empty(64, 64)),
                                "iCCP",
                                PictureFiles.compressedProfile(Profiles.grey(1.8))),
                        PictureFiles.bitPng(200, 100));
            case WEBP -> List.of(ImageCodecTest.webp(), PhotoFilesTest.resource("photo.webp"));
            case AVIF -> List.of(PhotoFilesTest.avif(1), PhotoFilesTest.avif(7), PhotoFilesTest.resource("probe.avif"));
            case HEIC ->
                Stream.of("probe", "heic/tiles", "heic/alpha-premultiplied", "heic/ten-bits-p3", "heic/cropped")
                        .map(name -> PhotoFilesTest.resource(name + ".heic"))
                        .toList();
            case TIFF ->
                List.of(
                        TiffFiles.packed(BufferedSamples.image(noise()), "LZW"),
                        TiffFiles.packed(new BufferedImage(40, 40, BufferedImage.TYPE_USHORT_GRAY), "ZLib"),
                        TiffFiles.of(PictureFiles.quarters(), ByteOrder.BIG_ENDIAN)
                                .number(TiffFiles.ORIENTATION, 8)
                                .bytes(34_675, Profiles.displayP3())
                                .file());
        };
    }

    private static Raster noise() {
        byte[] rgb = new byte[160 * 120 * 3];
        var random = new Random(7);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 300 + random.nextInt(40));
        }
        return new Raster(160, 120, rgb);
    }
}
