package photoset.cpu.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;
import photoset.cpu.sets.SetOrder;
import photoset.objects.FileHash;

/** Boards as the pages of one PDF, each in its printed size; a page is written out before the next is read. */
final class BoardPdf {
    private static final double POINTS_PER_INCH = 72;
    private static final int ID_BYTES = 16;

    private BoardPdf() {}

    /** Writes the boards in their order; the same boards give the same bytes. */
    static void write(OutputStream out, SetOrder order, List<SetFile> boards, SetFiles files) throws IOException {
        var document = new Document(size(boards.getFirst()), 0, 0, 0, 0);
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.addTitle(order.title());
        document.open();
        // The library would put in the clock and a random number.
        var date = GregorianCalendar.from(order.date().atTime(12, 0).atZone(ZoneOffset.UTC));
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(date));
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id(boards), id(boards)));
        for (var board : boards) {
            document.setPageSize(size(board));
            document.newPage();
            try (var jpeg = files.open(board.name())) {
                var image = Image.getInstance(jpeg.readAllBytes());
                var page = size(board);
                writer.getDirectContent().addImage(image, page.getWidth(), 0, 0, page.getHeight(), 0, 0);
            }
        }
        document.close();
    }

    private static Rectangle size(SetFile board) {
        return new Rectangle((float) (board.width() * POINTS_PER_INCH / board.dpi()), (float)
                (board.height() * POINTS_PER_INCH / board.dpi()));
    }

    private static byte[] id(List<SetFile> boards) {
        var all = String.join(" ", boards.stream().map(SetFile::sha256).toList());
        var hash = HexFormat.of().parseHex(FileHash.sha256(all.getBytes(StandardCharsets.US_ASCII)));
        return Arrays.copyOf(hash, ID_BYTES);
    }
}
