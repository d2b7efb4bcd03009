package photoset.bench.quality;

import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.Raster;

/** A picture as L*a*b*, computed once for all figures. */
final class LabPlanes {
    private final int width;
    private final Lab[] pixels;

    LabPlanes(Raster picture) {
        this.width = picture.width();
        this.pixels = new Lab[picture.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Lab.of(picture.at(i));
        }
    }

    Lab at(int index) {
        return pixels[index];
    }

    double difference(LabPlanes other, int index) {
        return ColorDifference.ciede2000(pixels[index], other.pixels[index]);
    }

    /** Sobel's horizontal derivative of L*; not at the picture's border. */
    double across(int at) {
        return edge(at + 1, width) - edge(at - 1, width);
    }

    /** Sobel's vertical derivative of L*. */
    double down(int at) {
        return edge(at + width, 1) - edge(at - width, 1);
    }

    private double edge(int at, int step) {
        return pixels[at - step].l() + 2 * pixels[at].l() + pixels[at + step].l();
    }

    /** What of the difference in L* to {@code clean} is finer than a square of three pixels. */
    double grain(LabPlanes clean, int at) {
        double sum = 0;
        for (int row = at - width; row <= at + width; row += width) {
            for (int i = row - 1; i <= row + 1; i++) {
                sum += pixels[i].l() - clean.pixels[i].l();
            }
        }
        return pixels[at].l() - clean.pixels[at].l() - sum / 9;
    }
}
