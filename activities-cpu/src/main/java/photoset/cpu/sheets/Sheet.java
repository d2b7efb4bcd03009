package photoset.cpu.sheets;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import photoset.imaging.Raster;

/** A page that is being composed. Not safe for several threads. */
public final class Sheet {
    /** Where a line of text is held. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    private static final int OPAQUE = 0xff << 24;

    private final PageSize page;
    private final BufferedImage image;
    private final int[] pixels;
    private final Graphics2D pen;

    /** An empty page of white paper. */
    public Sheet(PageSize page) {
        this.page = page;
        this.image = new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_INT_RGB);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        fill(page.box(), TypeScale.PAPER);
    }

    /** The size of the page. */
    public PageSize page() {
        return page;
    }

    /** Fills a box. */
    public void fill(Box box, Color color) {
        pen.setColor(color);
        pen.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    /** Fills a box with round corners; the radius in pixels. */
    public void fillRound(Box box, int radius, Color color) {
        pen.setColor(color);
        pen.fill(round(box, 0, radius));
    }

    /** Draws a line of one hair's width along the inside of a box with round corners. */
    public void outlineRound(Box box, int radius, Color color) {
        float hair = Math.max(1, page.dpi() / 150f);
        pen.setColor(color);
        pen.setStroke(new BasicStroke(hair));
        pen.draw(round(box, hair / 2, radius));
    }

    private static RoundRectangle2D round(Box box, float inset, int radius) {
        return new RoundRectangle2D.Float(
                box.x() + inset,
                box.y() + inset,
                box.width() - 2 * inset,
                box.height() - 2 * inset,
                2f * radius,
                2f * radius);
    }

    /** Lays a picture so that it fills the box; both should have one shape. */
    public void picture(Raster picture, Box box) {
        byte[] rgb = picture.resized(box.width(), box.height()).rgb();
        for (int y = 0, from = 0; y < box.height(); y++) {
            int to = (box.y() + y) * page.width() + box.x();
            for (int x = 0; x < box.width(); x++, from += 3) {
                pixels[to + x] = OPAQUE | (rgb[from] & 255) << 16 | (rgb[from + 1] & 255) << 8 | (rgb[from + 2] & 255);
            }
        }
    }

    /**
     * Writes text into the box from its top, in as many lines as the box has room for (at least one); what is too long
     * ends with an ellipsis.
     *
     * @return the rows of pixels that the lines take
     */
    public int text(String text, TextStyle style, Box box, Align align) {
        int linesMax = Math.max(1, box.height() / style.lineHeight());
        var lines = lines(text, style, box.width(), linesMax);
        pen.setColor(style.ink());
        int top = box.y();
        for (String line : lines) {
            double x = start(style.width(line), box, align);
            pen.fill(style.face().outline(line, style.sizePx(), x, top + style.baseline()));
            top += style.lineHeight();
        }
        return top - box.y();
    }

    /** The lines into which {@link #text} would break this text. */
    public static List<String> lines(String text, TextStyle style, int widthPx, int linesMax) {
        return new LineBreaker(style, widthPx).lines(DrawableText.of(text), linesMax);
    }

    private static double start(double width, Box box, Align align) {
        return switch (align) {
            case LEFT -> box.x();
            case CENTER -> box.x() + (box.width() - width) / 2;
            case RIGHT -> box.right() - width;
        };
    }

    /** The page as it is now, copied. */
    public Raster raster() {
        byte[] rgb = new byte[Math.multiplyExact(pixels.length, 3)];
        for (int i = 0, to = 0; i < pixels.length; i++) {
            rgb[to++] = (byte) (pixels[i] >> 16);
            rgb[to++] = (byte) (pixels[i] >> 8);
            rgb[to++] = (byte) pixels[i];
        }
        return new Raster(page.width(), page.height(), rgb);
    }
}
