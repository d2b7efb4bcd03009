package photoset.cpu.sheets;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.util.Map;

/** A QR code that a phone reads from paper. */
public final class QrCode {
    /** A presigned link has about 500; with more the squares of a code 34 mm wide get smaller than four dots at 300 dpi. */
    public static final int TEXT_MAX_CHARS = 600;

    /** Up to here a code stays coarse enough for more redundancy. */
    private static final int SHORT_CHARS = 200;

    private final BitMatrix squares;

    private QrCode(BitMatrix squares) {
        this.squares = squares;
    }

    /**
     * Encodes a text.
     *
     * @throws IllegalArgumentException if it is longer than {@link #TEXT_MAX_CHARS}
     */
    public static QrCode of(String text) {
        if (text.length() > TEXT_MAX_CHARS) {
            throw new IllegalArgumentException(
                    "A QR code holds a link of at most %d characters.".formatted(TEXT_MAX_CHARS));
        }
        var hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                text.length() > SHORT_CHARS ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M,
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.MARGIN,
                0);
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException impossible) {
            throw new IllegalStateException("A short text does not fit into a QR code.", impossible);
        }
    }

    /** Draws it from the top left of the box; four squares of white that readers need on every side are left to the page. */
    public void draw(Sheet sheet, Box box) {
        int count = squares.getWidth();
        int square = Math.max(1, Math.min(box.width(), box.height()) / count);
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    sheet.fill(new Box(box.x() + x * square, box.y() + y * square, square, square), Color.BLACK);
                }
            }
        }
    }
}
