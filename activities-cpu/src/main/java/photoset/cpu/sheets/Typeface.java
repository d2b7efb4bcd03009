package photoset.cpu.sheets;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A weight of the bundled family Pretendard (SIL Open Font License, beside the fonts): Latin, Greek, Cyrillic, kana and
 * every Hangul syllable. Outlines are read from the jar and filled as shapes, so that neither the fonts nor the font
 * libraries of the machine matter and the same text gives the same pixels everywhere.
 */
public enum Typeface {
    REGULAR("Pretendard-Regular.otf"),
    SEMIBOLD("Pretendard-SemiBold.otf");

    private final OpenTypeFont font;
    private final CFFFont outlines;
    private final CmapLookup codes;
    private final double unitsPerEm;
    private final Map<Integer, GeneralPath> glyphs = new ConcurrentHashMap<>();

    Typeface(String file) {
        try (InputStream bytes = Typeface.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("The font " + file + " is not in the jar.");
            }
            font = new OTFParser().parse(new RandomAccessReadBuffer(bytes));
            outlines = font.getCFF().getFont();
            codes = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException damaged) {
            throw new UncheckedIOException("The font " + file + " in the jar is damaged.", damaged);
        }
    }

    /** Whether there is a drawing of this character. */
    public boolean draws(int codePoint) {
        return codes.getGlyphId(codePoint) != 0;
    }

    /** How far the text goes at this size, in pixels. */
    public double width(String text, double sizePx) {
        return text.codePoints().mapToDouble(this::advance).sum() * sizePx / unitsPerEm;
    }

    /** The outline of the text, its baseline beginning at this point; sizes in pixels. */
    Path2D outline(String text, double sizePx, double x, double baseline) {
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = sizePx / unitsPerEm;
        double at = x;
        for (int codePoint : text.codePoints().toArray()) {
            var place = new AffineTransform(scale, 0, 0, -scale, at, baseline);
            outline.append(glyph(codePoint).getPathIterator(place), false);
            at += advance(codePoint) * scale;
        }
        return outline;
    }

    private int advance(int codePoint) {
        try {
            return font.getAdvanceWidth(codes.getGlyphId(codePoint));
        } catch (IOException damaged) {
            throw unreadable(damaged);
        }
    }

    private GeneralPath glyph(int codePoint) {
        return glyphs.computeIfAbsent(codes.getGlyphId(codePoint), this::read);
    }

    private synchronized GeneralPath read(int glyph) {
        try {
            // The charstrings of these fonts are kept by CID, which is not the number of the glyph.
            return outlines.getType2CharString(outlines.getCharset().getCIDForGID(glyph))
                    .getPath();
        } catch (IOException damaged) {
            throw unreadable(damaged);
        }
    }

    private UncheckedIOException unreadable(IOException damaged) {
        return new UncheckedIOException("A font in the jar is damaged: " + name(), damaged);
    }
}
