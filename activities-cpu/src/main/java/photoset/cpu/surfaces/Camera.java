package photoset.cpu.surfaces;

import java.util.ArrayList;
import java.util.List;
import photoset.cpu.surfaces.Segments.Segment;
import photoset.imaging.Raster;

/**
 * How the camera stood in a room of right angles: the three directions of its walls and floor as seen from the camera
 * (x to the right, y down, z forward in the photo), and the focal length. The directions are found by search: for a focal
 * length and a vertical direction only one angle is open (Manhattan world; Coughlan and Yuille 1999, Lu et al. 2017).
 */
final class Camera {
    /** The lens of a phone, 28 mm on 36 mm of film; assumed where lines say nothing. */
    static final double FOCAL_USUAL = .78;

    private static final double[] FOCALS = {.5, .6, .7, .78, .9, 1.05, 1.25, 1.5, 1.9};

    /** An edge that misses a vanishing point by more than this is no edge of that direction. */
    private static final double MISS_MAX = Math.toRadians(2.5);

    /** Photos of rooms are held upright within this, and looked down or up within the second. */
    private static final double ROLL_MAX = Math.toRadians(12);

    private static final double PITCH_MAX = Math.toRadians(40);

    /** Cameras that are held level and looked at anew; refining goes on from the nearest one. */
    private static final double LEVEL_PITCH_MAX = Math.toRadians(36);

    private static final double LEVEL_PITCH_STEP = Math.toRadians(4);

    private static final int YAW_STEP = 2;

    private static final double TO_DEGREE = Math.toRadians(1);

    /** How much of the whole score an unusual lens costs: as much as it would win by chance. */
    private static final double UNUSUAL = .05;

    /** Beyond the rounding of sums, as a share of the length of all edges. */
    private static final double SLACK = 1e-9;

    private final double middleX;
    private final double middleY;
    private final double longSide;
    private final List<Segment> segments;
    private final double all;
    private double[] pose;

    /** Finds the camera of a photo; without lines an upright one with the usual lens. */
    Camera(Raster photo) {
        this.middleX = photo.width() / 2.0;
        this.middleY = photo.height() / 2.0;
        this.longSide = Math.max(photo.width(), photo.height());
        this.segments = Segments.of(photo);
        this.all = segments.stream().mapToDouble(Segment::length).sum();
        this.pose = coarse();
        refine();
    }

    /** Pitch, roll, yaw in radians and the focal length in long sides. */
    private double[] coarse() {
        double[] best = {0, 0, 0, FOCAL_USUAL};
        double most = score(best, Double.NEGATIVE_INFINITY);
        for (double focal : FOCALS) {
            for (double[] upright : uprights(focal)) {
                for (int yaw = 0; yaw < 90; yaw += YAW_STEP) {
                    double[] tried = {upright[0], upright[1], yaw * TO_DEGREE, focal};
                    double score = score(tried, most);
                    if (score > most) {
                        most = score;
                        best = tried;
                    }
                }
            }
        }
        return best;
    }

    /** What the steep edges agree on, and cameras held level: where tiles fill the photo, their joints are the steep edges. */
    private List<double[]> uprights(double focal) {
        List<double[]> uprights = new ArrayList<>();
        uprights.add(upright(focal));
        for (double pitch = -LEVEL_PITCH_MAX; pitch <= LEVEL_PITCH_MAX; pitch += LEVEL_PITCH_STEP) {
            uprights.add(new double[] {pitch, 0});
        }
        return uprights;
    }

    /** The pitch and roll which the steep edges agree on, for a focal length. */
    private double[] upright(double focal) {
        double[] best = {0, 0};
        double most = -1;
        var steep = segments.stream()
                .filter(segment -> Math.abs(segment.dy()) > Math.abs(segment.dx()))
                .toList();
        double allSteep = steep.stream().mapToDouble(Segment::length).sum();
        for (double pitch = -PITCH_MAX; pitch <= PITCH_MAX; pitch += 2 * TO_DEGREE) {
            for (double roll = -ROLL_MAX; roll <= ROLL_MAX; roll += 2 * TO_DEGREE) {
                double[] down = down(pitch, roll);
                double usual = 1 - .1 * Math.abs(pitch) - .1 * Math.abs(roll);
                double left = allSteep;
                double score = 0;
                for (int i = 0; i < steep.size() && (score + left) * usual > most - SLACK * all; i++) {
                    var segment = steep.get(i);
                    left -= segment.length();
                    score += segment.length() * fit(segment, down, focal * longSide, 2 * MISS_MAX);
                }
                score *= usual;
                if (score > most) {
                    most = score;
                    best = new double[] {pitch, roll};
                }
            }
        }
        return best;
    }

    private void refine() {
        double most = score(pose, Double.NEGATIVE_INFINITY);
        double[] steps = {TO_DEGREE, TO_DEGREE, TO_DEGREE, .06};
        for (int round = 0; round < 40; round++) {
            boolean better = false;
            for (int i = 0; i < 8; i++) {
                double[] tried = pose.clone();
                tried[i / 2] += (i % 2 == 0 ? 1 : -1) * steps[i / 2];
                double score = tried[3] > .35 && tried[3] < 3 ? score(tried, most) : -1;
                if (score > most) {
                    most = score;
                    pose = tried;
                    better = true;
                }
            }
            if (!better) {
                for (int i = 0; i < 4; i++) {
                    steps[i] /= 2;
                }
            }
        }
    }

    /** How well edges agree with a pose; for one that does not beat another anything that does not either. */
    private double score(double[] tried, double toBeat) {
        double[][] axes = axes(tried);
        double focal = tried[3] * longSide;
        double unusual = Math.log(tried[3] / FOCAL_USUAL);
        double cost = UNUSUAL * all * (unusual * unusual + .5 * Math.abs(tried[0]) + .5 * Math.abs(tried[1]));
        double left = all;
        double score = 0;
        for (int i = 0; i < segments.size() && score + left - cost > toBeat - SLACK * all; i++) {
            var segment = segments.get(i);
            left -= segment.length();
            double fit = Math.max(
                    fit(segment, axes[0], focal, MISS_MAX),
                    Math.max(fit(segment, axes[1], focal, MISS_MAX), fit(segment, axes[2], focal, MISS_MAX)));
            score += segment.length() * fit;
        }
        return score - cost;
    }

    /** 1 for an edge that points at the vanishing point of a direction, 0 from {@code most} on. */
    private double fit(Segment segment, double[] axis, double focal, double most) {
        double toX = focal * axis[0] - (segment.x() - middleX) * axis[2];
        double toY = focal * axis[1] - (segment.y() - middleY) * axis[2];
        double away = toX * toX + toY * toY;
        // The sine of the angle between both, times the distance.
        double off = segment.dx() * toY - segment.dy() * toX;
        return Math.max(0, 1 - off * off / (Math.max(1e-18, away) * most * most));
    }

    private static double[] down(double pitch, double roll) {
        double level = Math.cos(pitch);
        return new double[] {-Math.sin(roll) * level, Math.cos(roll) * level, Math.sin(pitch)};
    }

    /** The directions right, down and forward of a room as the camera sees them. */
    private static double[][] axes(double[] pose) {
        double cosPitch = Math.cos(pose[0]);
        double sinPitch = Math.sin(pose[0]);
        double cosRoll = Math.cos(pose[1]);
        double sinRoll = Math.sin(pose[1]);
        double[] down = down(pose[0], pose[1]);
        double[] ahead = {sinRoll * sinPitch, -cosRoll * sinPitch, cosPitch};
        double[] aside = {cosRoll, sinRoll, 0};
        double[] right = new double[3];
        double[] forward = new double[3];
        for (int i = 0; i < 3; i++) {
            right[i] = Math.cos(pose[2]) * aside[i] - Math.sin(pose[2]) * ahead[i];
            forward[i] = Math.sin(pose[2]) * aside[i] + Math.cos(pose[2]) * ahead[i];
        }
        return new double[][] {right, down, forward};
    }

    /** The focal length in pixels. */
    double focalPx() {
        return pose[3] * longSide;
    }

    /**
     * The map from pixels to how far their rays go along the room's right, down and forward axes; three rows of a
     * matrix, linear in the pixel.
     */
    double[][] rays() {
        double[][] axes = axes(pose);
        double[][] rows = new double[3][];
        for (int i = 0; i < 3; i++) {
            double[] axis = axes[i];
            rows[i] = new double[] {axis[0], axis[1], focalPx() * axis[2] - axis[0] * middleX - axis[1] * middleY};
        }
        return rows;
    }

    /**
     * How long the edges within a rectangle of the photo are that run along right, down and forward, each edge counted for
     * one of them.
     */
    double[] support(double left, double top, double right, double bottom) {
        double[][] axes = axes(pose);
        double[] support = new double[3];
        for (Segment segment : segments) {
            if (segment.x() >= left && segment.x() < right && segment.y() >= top && segment.y() < bottom) {
                int best = 0;
                double most = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double fit = fit(segment, axes[axis], focalPx(), MISS_MAX);
                    best = fit > most ? axis : best;
                    most = Math.max(fit, most);
                }
                support[best] += most * segment.length();
            }
        }
        return support;
    }
}
