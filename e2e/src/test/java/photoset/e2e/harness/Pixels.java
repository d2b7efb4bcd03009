package photoset.e2e.harness;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** Compares a delivered picture with the photo it was made from, where a mask says. */
public final class Pixels {
    private final BufferedImage photo;
    private final BufferedImage result;

    /**
     * @param photo the bytes of the photo, upright
     * @param result the bytes of the delivered picture
     */
    public Pixels(byte[] photo, byte[] result) {
        this.photo = Photos.read(photo);
        this.result = Photos.read(result);
        if (this.photo.getWidth() != this.result.getWidth() || this.photo.getHeight() != this.result.getHeight()) {
            throw new AssertionError("The delivered picture has another size than the photo.");
        }
    }

    private record At(int x, int y) {}

    /**
     * The colour that the surface shows at its reference: the median, channel by channel, over the sure pixels of the
     * mask whose brightness in the photo lies between the 50th and the 80th percentile. There a recolor promises the
     * wanted colour itself; elsewhere it keeps shadow and light.
     */
    public Color reference(byte[] mask) {
        var surface = new ArrayList<>(where(mask, grey -> grey > 250));
        surface.sort(Comparator.comparingDouble(at -> color(photo, at).luminance()));
        var middle = surface.subList(surface.size() / 2, surface.size() * 8 / 10);
        return new Color(median(middle, 16), median(middle, 8), median(middle, 0));
    }

    private int median(List<At> pixels, int shift) {
        return pixels.stream()
                .map(at -> result.getRGB(at.x(), at.y()) >> shift & 0xff)
                .sorted()
                .toList()
                .get(pixels.size() / 2);
    }

    /** How many pixels there are whose mask value is such. */
    public int count(byte[] mask, IntPredicate such) {
        return where(mask, such).size();
    }

    /** How many of them differ between photo and delivered picture, by whatever little. */
    public int changed(byte[] mask, IntPredicate such) {
        return (int) where(mask, such).stream()
                .filter(at -> !color(photo, at).equals(color(result, at)))
                .count();
    }

    private List<At> where(byte[] mask, IntPredicate such) {
        var grey = Photos.read(mask).getRaster();
        var pixels = new ArrayList<At>();
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                if (such.test(grey.getSample(x, y, 0))) {
                    pixels.add(new At(x, y));
                }
            }
        }
        return pixels;
    }

    private static Color color(BufferedImage picture, At at) {
        return Color.of(picture.getRGB(at.x(), at.y()));
    }
}
