package photoset.cli.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Before and after of every photo on one picture, two photos in a row. Sizes in pixels. */
final class ContactSheet {
    private static final int CELL_WIDTH = 420;
    private static final int CELL_HEIGHT = 300;
    private static final int GAP = 12;
    private static final int LABEL_HEIGHT = 28;
    private static final int PHOTOS_PER_ROW = 2;
    private static final int PAIR_WIDTH = 2 * CELL_WIDTH + 3 * GAP;
    private static final int ROW_HEIGHT = LABEL_HEIGHT + CELL_HEIGHT + GAP;
    private static final Color PAPER = new Color(0xfafaf7);
    private static final Color INK = new Color(0x2b2b2b);

    private record Pair(String name, BufferedImage before, BufferedImage after) {}

    private final List<Pair> pairs = new ArrayList<>();

    /**
     * Adds a photo.
     *
     * @param before a JPEG or PNG file's bytes, upright
     * @param after a JPEG or PNG file's bytes
     */
    void add(String name, byte[] before, byte[] after) throws IOException {
        pairs.add(new Pair(name, thumbnail(before), thumbnail(after)));
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    /** Writes the sheet as JPEG. */
    void write(Path file) throws IOException {
        int rows = (pairs.size() + PHOTOS_PER_ROW - 1) / PHOTOS_PER_ROW;
        int columns = Math.min(PHOTOS_PER_ROW, pairs.size());
        var sheet = new BufferedImage(columns * PAIR_WIDTH, GAP + rows * ROW_HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = pen(sheet);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < pairs.size(); i++) {
            draw(pen, pairs.get(i), i % PHOTOS_PER_ROW * PAIR_WIDTH + GAP, i / PHOTOS_PER_ROW * ROW_HEIGHT + GAP);
        }
        pen.dispose();
        ImageIO.write(sheet, "jpeg", file.toFile());
    }

    private static void draw(Graphics2D pen, Pair pair, int x, int y) {
        pen.setColor(INK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        pen.drawString(pair.name() + ": before, after", x, y + LABEL_HEIGHT - 10);
        pen.drawImage(pair.before(), x, y + LABEL_HEIGHT, null);
        pen.drawImage(pair.after(), x + CELL_WIDTH + GAP, y + LABEL_HEIGHT, null);
    }

    private static BufferedImage thumbnail(byte[] bytes) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(bytes));
        if (picture == null) {
            throw new IOException("the picture's format is not known here");
        }
        double scale = Math.min((double) CELL_WIDTH / picture.getWidth(), (double) CELL_HEIGHT / picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = pen(small);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    private static Graphics2D pen(BufferedImage picture) {
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }
}
