package photoset.bench.removal;

import java.util.List;
import java.util.Locale;
import photoset.bench.removal.RoomThing.Ball;
import photoset.bench.removal.RoomThing.Flat;

/** A thing in a room, and how the camera looks at it. */
enum RemovalCase {
    SOCKET_ON_PLASTER(Flat.box(EmptyRoom.BACK, 2.1, .9, .16, .16), looks(SurfacePattern.PLASTER, -8, -6)),
    CABLE_ON_PLASTER(cable(), looks(SurfacePattern.PLASTER, 24, -4)),
    LAMP_ON_CEILING(Flat.disk(EmptyRoom.CEILING, 1.8, 2.2, .5, .5), looks(SurfacePattern.PLASTER, 6, 14)),
    POUF_ON_CONCRETE(new Ball(2.2, .22, 2.5, .22), looks(SurfacePattern.CONCRETE, 5, -22)),
    SOCKET_ON_BRICK(Flat.box(EmptyRoom.BACK, 2.1, .9, .16, .16), looks(SurfacePattern.BRICK, 14, -6)),
    STICKER_ON_WALLPAPER(Flat.disk(EmptyRoom.BACK, 1.9, 1.2, .4, .3), looks(SurfacePattern.WALLPAPER, 26, 0)),
    POUF_ON_TILES(new Ball(2.2, .22, 2.5, .22), looks(SurfacePattern.TILES, 12, -24)),
    POUF_ON_FAINT_TILES(new Ball(2.0, .3, 2.6, .3), looks(SurfacePattern.FAINT_TILES, 18, -24)),
    RUG_ON_LAID_TILES(Flat.box(EmptyRoom.FLOOR, 1.55, 2.0, .9, .6), looks(SurfacePattern.LAID_TILES, 16, -24)),
    POUF_ON_PLANKS(new Ball(2.2, .22, 2.5, .22), looks(SurfacePattern.PLANKS, -16, -24)),
    BOX_ON_CARPET(Flat.box(EmptyRoom.FLOOR, 1.9, 2.2, .4, .3), looks(SurfacePattern.CARPET, 8, -22));

    /** Nobody takes a wall with a little more or less light for another one. */
    private static final double PLAIN_MAX = 3;

    /** Pieces and grain are others than those that were hidden. */
    private static final double TEXTURED_MAX = 6;

    private final RoomThing thing;
    private final Look look;

    RemovalCase(RoomThing thing, Look look) {
        this.thing = thing;
        this.look = look;
    }

    /** What the thing stands on, and degrees to the right and up. */
    record Look(SurfacePattern pattern, double yaw, double pitch) {}

    private static Look looks(SurfacePattern pattern, double yaw, double pitch) {
        return new Look(pattern, yaw, pitch);
    }

    private static Flat cable() {
        return new Flat(
                EmptyRoom.BACK,
                List.of(
                        1.3, .3, 1.32, .3, 1.5, .9, 2.0, 1.0, 2.3, 1.6, 2.32, 2.2, 2.3, 2.2, 2.28, 1.61, 1.99, 1.02,
                        1.48, .92),
                false);
    }

    /** The room with and without the thing, so wide. */
    RoomShot shot(int width) {
        return new EmptyRoom(look, thing).shot(width);
    }

    boolean isTextured() {
        return look.pattern.isTextured();
    }

    /** The median CIEDE2000 in the hole that is held. */
    double limit() {
        return isTextured() ? TEXTURED_MAX : PLAIN_MAX;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
