package photoset.bench.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import photoset.bench.rooms.RoomView.SeenFixture;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.Srgb;

/** Casts a few rays through each pixel of a camera in a room. */
final class RoomRenderer {
    /** Less of a fixture is a crumb that no segmenter would name. */
    private static final int SEEN_PX_MIN = 40;

    /** Where the rays of a pixel go; the second two only where the first two show two things. */
    private static final double[][] RAYS = {{.25, .25}, {.75, .75}, {.75, .25}, {.25, .75}};

    /** Light that differs by less is one color. */
    private static final double SAME = .01;

    /** A sensor's well is full; a little above what is shown as white. */
    private static final double LIGHT_MAX = 1.2;

    private static final double NOISE = .006;

    private final FurnishedRoom room;
    private final Viewpoint camera;
    private final int width;
    private final int height;
    private final List<List<Fixture>> fixtures;
    private final double[][] axes;
    private final double[] color = new double[3];
    private final double[] pixel = new double[3];
    private final double[] point = new double[3];
    private final double[] ray = new double[3];

    RoomRenderer(FurnishedRoom room, Viewpoint camera, int width) {
        this.room = room;
        this.camera = camera;
        this.axes = camera.axes();
        this.fixtures = IntStream.rangeClosed(0, RoomGeometry.CEILING)
                .mapToObj(surface -> room.fixtures().stream()
                        .filter(fixture -> fixture.surface() == surface)
                        .toList())
                .toList();
        this.width = width;
        this.height = width * 2 / 3;
    }

    RoomView render(long seed) {
        var noise = new Random(seed);
        byte[] rgb = new byte[width * height * 3];
        int[] ids = new int[width * height];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at++) {
                ids[at] = pixel(x, y);
                for (int channel = 0; channel < 3; channel++) {
                    double light = pixel[channel];
                    double grain = NOISE * noise.nextGaussian() * Math.sqrt(light);
                    rgb[3 * at + channel] = Srgb.toByte((float) (light + grain));
                }
            }
        }
        return new RoomView(new Raster(width, height, rgb), seen(ids));
    }

    /** Puts the mean light of a pixel's rays into {@link #pixel}; the id that the first one hits. */
    private int pixel(int x, int y) {
        int id = cast(x + RAYS[0][0], y + RAYS[0][1]);
        expose(pixel);
        boolean one = cast(x + RAYS[1][0], y + RAYS[1][1]) == id;
        expose(color);
        for (int channel = 0; channel < 3; channel++) {
            one &= Math.abs(color[channel] - pixel[channel]) < SAME;
            pixel[channel] += color[channel];
        }
        for (int i = 2; i < RAYS.length && !one; i++) {
            cast(x + RAYS[i][0], y + RAYS[i][1]);
            expose(color);
            for (int channel = 0; channel < 3; channel++) {
                pixel[channel] += color[channel];
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            pixel[channel] /= one ? 2 : RAYS.length;
        }
        return id;
    }

    private void expose(double[] to) {
        for (int channel = 0; channel < 3; channel++) {
            to[channel] = Math.min(LIGHT_MAX, color[channel] * camera.exposure()[channel]);
        }
    }

    private List<SeenFixture> seen(int[] ids) {
        var seen = new ArrayList<SeenFixture>();
        for (var fixture : room.fixtures()) {
            byte[] levels = new byte[ids.length];
            int count = 0;
            for (int i = 0; i < ids.length; i++) {
                if (ids[i] == fixture.id()) {
                    levels[i] = (byte) 255;
                    count++;
                }
            }
            if (count >= SEEN_PX_MIN) {
                seen.add(new SeenFixture(fixture.id(), fixture.kind(), new Mask(width, height, levels)));
            }
        }
        return seen;
    }

    /** The color along one ray, and the id of the fixture that it hits, 0 for none. */
    private int cast(double x, double y) {
        double right = x / width - .5;
        double down = (y - height / 2.0) / width;
        for (int axis = 0; axis < 3; axis++) {
            ray[axis] = axes[0][axis] + right * axes[1][axis] + down * axes[2][axis];
        }
        double nearest = Double.POSITIVE_INFINITY;
        int surface = 0;
        for (int i = 0; i <= RoomGeometry.CEILING; i++) {
            double distance = room.geometry().distance(i, camera.at(), ray);
            if (distance < nearest) {
                nearest = distance;
                surface = i;
            }
        }
        for (var box : room.furniture()) {
            double distance = box.distance(camera.at(), ray);
            if (distance < nearest) {
                move(distance);
                shade(box.color(), .5 * box.shade(point));
                return 0;
            }
        }
        move(nearest);
        return surface(surface);
    }

    private void move(double distance) {
        for (int axis = 0; axis < 3; axis++) {
            point[axis] = camera.at()[axis] + distance * ray[axis];
        }
    }

    private int surface(int surface) {
        double u = room.geometry().along(surface, point);
        double v = RoomGeometry.up(surface, point);
        double light = light(surface);
        for (var fixture : fixtures.get(surface)) {
            if (fixture.covers(u, v)) {
                fixture.paint(u, v, color);
                shade(color, fixture.isLit(u, v) ? 1 : light);
                return fixture.id();
            }
        }
        shade(room.paints().get(surface), light);
        return 0;
    }

    /** Darker in the corners, below and on one pair of walls, as daylight from one side does. */
    private double light(int surface) {
        double x = point[0] / room.geometry().width() - .5;
        double z = point[2] / room.geometry().depth() - .5;
        double fromMiddle = Math.sqrt(x * x + z * z);
        double side = surface % 2 == 0 ? 1 : .8;
        return side * (.75 - .35 * fromMiddle + .1 * point[1]);
    }

    private void shade(double[] paint, double light) {
        for (int channel = 0; channel < 3; channel++) {
            color[channel] = paint[channel] * light;
        }
    }
}
