package photoset.cpu.identity;

import java.util.ArrayList;
import java.util.List;
import photoset.imaging.LinearRgb;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;
import photoset.imaging.instances.InstanceDescriber;

/** Photos of a gray wall with colored rectangles, each of them an instance. */
final class PaintedWall {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 120;
    private static final LinearRgb PAINT = new LinearRgb(.4f, .4f, .4f);

    private final int photo;
    private final double light;
    private final List<Thing> things = new ArrayList<>();

    private record Thing(String concept, LinearRgb color, int left, int top, int side) {}

    PaintedWall(int photo, double light) {
        this.photo = photo;
        this.light = light;
    }

    PaintedWall with(String concept, String color, int left) {
        things.add(new Thing(concept, LinearRgb.of(color), left, 40, 30));
        return this;
    }

    /** In the order in which the things were put there. */
    List<ObservedInstance> sightings() {
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        var masks = new ArrayList<Mask>();
        fill(rgb, 0, 0, WIDTH, HEIGHT, PAINT);
        for (var thing : things) {
            fill(rgb, thing.left, thing.top, thing.side, thing.side, thing.color);
            var mask = Mask.empty(WIDTH, HEIGHT);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int x = i % WIDTH - thing.left;
                int y = i / WIDTH - thing.top;
                mask.levels()[i] = (byte) (x >= 0 && y >= 0 && x < thing.side && y < thing.side ? 255 : 0);
            }
            masks.add(mask);
        }
        var describer = new InstanceDescriber(new Raster(WIDTH, HEIGHT, rgb));
        var sightings = new ArrayList<ObservedInstance>();
        for (int i = 0; i < masks.size(); i++) {
            var look = describer.describe(masks.get(i)).orElseThrow();
            sightings.add(new ObservedInstance(photo, things.get(i).concept, look));
        }
        return sightings;
    }

    private void fill(byte[] rgb, int left, int top, int width, int height, LinearRgb color) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int at = 3 * (y * WIDTH + x);
                rgb[at] = Srgb.toByte((float) (light * color.red()));
                rgb[at + 1] = Srgb.toByte((float) (light * color.green()));
                rgb[at + 2] = Srgb.toByte((float) (light * color.blue()));
            }
        }
    }
}
