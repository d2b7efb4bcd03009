package photoset.cpu.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.sheets.Arrangement.Spacing;
import photoset.imaging.Raster;

class SheetTest {
    private static final int CODE_PX = PageSize.A4_LANDSCAPE.mm(32);

    @ParameterizedTest
    @ValueSource(doubles = {.04, .5, .75, 1, 1.333, 1.777, 3, 25})
    void laysPicturesOfAnyShapeWithinTheAreaAndApart(double aspect) {
        var area = new Box(100, 50, 3000, 1800);
        for (int count = 1; count <= 6; count++) {
            var cells = Arrangement.largest(area, count, aspect, new Spacing(60, 70))
                    .cells();
            assertThat(cells).hasSize(count);
            for (Box cell : cells) {
                assertThat(area.around(new Box(cell.x(), cell.y(), cell.width(), cell.height() + 70)))
                        .isEqualTo(area);
                for (Box other : cells) {
                    boolean apart = cell.x() + cell.width() + 60 <= other.x()
                            || other.right() + 60 <= cell.x()
                            || cell.bottom() + 130 <= other.y()
                            || other.bottom() + 130 <= cell.y();
                    assertThat(cell.equals(other) || apart).isTrue();
                }
            }
        }
    }

    @Test
    void putsWidePicturesOneBelowTheOther() {
        var area = new Box(0, 0, 1000, 1000);
        assertThat(Arrangement.largest(area, 2, 3, new Spacing(10, 10)).rows()).isEqualTo(2);
        assertThat(Arrangement.largest(area, 2, .3, new Spacing(10, 10)).columns())
                .isEqualTo(2);
    }

    @Test
    void statesTheResolutionInTheFile() throws Exception {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "jpeg", file);
        byte[] jpeg = file.toByteArray();
        byte[] stated = JpegDensity.set(jpeg, 300);
        assertThat(stated).hasSameSizeAs(jpeg);
        assertThat(Arrays.copyOfRange(stated, 13, 18)).containsExactly(1, 1, 44, 1, 44);
        assertThat(ImageIO.read(new ByteArrayInputStream(stated)).getWidth()).isEqualTo(20);

        byte[] bare = new byte[jpeg.length - 18];
        System.arraycopy(jpeg, 0, bare, 0, 2);
        System.arraycopy(jpeg, 20, bare, 2, bare.length - 2);
        assertThat(JpegDensity.set(bare, 300)).isEqualTo(stated);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 200, 201, 600})
    void aCodeIsReadFromTheJpegOfAPage(int chars) throws Exception {
        var link = "https://photos.example.com/" + "k".repeat(Math.max(0, chars - 27));
        var page = new PageSize(CODE_PX + 120, CODE_PX + 120, PageSize.PRINT_DPI);
        var sheet = new Sheet(page);
        QrCode.of(link).draw(sheet, page.box().inset(60));
        assertThat(read(sheet.raster())).isEqualTo(link);
    }

    private static String read(Raster raster) throws Exception {
        byte[] jpeg = ImageCodecs.find(null).writeJpeg(raster, 85);
        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @Test
    void refusesALinkThatWouldBeTooFineToRead() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(601))).hasMessageContaining("at most 600 characters");
    }

    @Test
    void printPagesHaveTheirSizeInMillimetres() {
        assertThat(PageSize.A4_LANDSCAPE).isEqualTo(new PageSize(3508, 2480, 300));
        assertThat(PageSize.A5_PORTRAIT).isEqualTo(new PageSize(1748, 2480, 300));
        assertThat(PageSize.A4_PORTRAIT.mm(25.4)).isEqualTo(300);
    }
}
