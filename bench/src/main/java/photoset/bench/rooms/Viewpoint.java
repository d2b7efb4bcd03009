package photoset.bench.rooms;

import java.util.Random;

/**
 * A camera in a room.
 *
 * @param at where it stands, in meters
 * @param yaw to where it looks, radians from north to east
 * @param pitch up from the horizon, radians
 * @param focal length in widths of the photo
 * @param exposure what light is multiplied by, for each channel: exposure and white balance
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Viewpoint(double[] at, double yaw, double pitch, double focal, double[] exposure) {
    /** Somewhere between a step from the walls, held before the chest or the eyes, with the lens of a phone. */
    static Viewpoint random(RoomGeometry room, double yaw, Random random) {
        double away = .25 + .35 * random.nextDouble();
        double x = room.width() / 2 - Math.sin(yaw) * (room.width() / 2 - .6) * away * 1.5 + .3 * random.nextGaussian();
        double z = room.depth() / 2 - Math.cos(yaw) * (room.depth() / 2 - .6) * away * 1.5 + .3 * random.nextGaussian();
        double[] at = {
            Math.clamp(x, .5, room.width() - .5), 1.3 + .35 * random.nextDouble(), Math.clamp(z, .5, room.depth() - .5)
        };
        double stops = Math.pow(2, Math.clamp(.5 * random.nextGaussian(), -1, 1));
        double warmth = Math.exp(.12 * random.nextGaussian());
        return new Viewpoint(
                at, yaw, Math.toRadians(3) * random.nextGaussian(), .5 + .25 * random.nextDouble(), new double[] {
                    stops * warmth, stops, stops / warmth
                });
    }

    /** The directions ahead, to the right and down in the photo; a pixel's ray is their weighted sum. */
    double[][] axes() {
        double sin = Math.sin(yaw);
        double cos = Math.cos(yaw);
        return new double[][] {
            {focal * Math.cos(pitch) * sin, focal * Math.sin(pitch), focal * Math.cos(pitch) * cos},
            {cos, 0, -sin},
            {Math.sin(pitch) * sin, -Math.cos(pitch), Math.sin(pitch) * cos}
        };
    }
}
