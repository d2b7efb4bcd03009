package photoset.bench.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Photos of one room, or of two with some things alike, each from another place with another exposure and white balance;
 * things are cut by the border and hidden by furniture. Same arguments, same bytes.
 */
public final class RoomAlbum {
    private RoomAlbum() {}

    /**
     * Renders an album.
     *
     * @param rooms how many rooms; the photos are shared among them in turn
     * @param width of the photos in pixels; they are two thirds as high
     */
    public static List<RoomView> render(long seed, int rooms, int photos, int width) {
        var random = new Random(seed);
        var furnished = new ArrayList<FurnishedRoom>();
        var fixtures = new ArrayList<Fixture>();
        for (int i = 0; i < rooms; i++) {
            var room = FurnishedRoom.random(random, fixtures.size(), List.copyOf(fixtures));
            furnished.add(room);
            fixtures.addAll(room.fixtures());
        }
        var views = new ArrayList<RoomView>();
        double yaw = 2 * Math.PI * random.nextDouble();
        for (int i = 0; i < photos; i++) {
            var room = furnished.get(i % rooms);
            // About a third of a turn in three photos: each thing is seen by some, none by all.
            yaw += Math.toRadians(35 + 30 * random.nextDouble()) * (i % rooms == 0 ? 1 : 0);
            var camera = Viewpoint.random(room.geometry(), yaw, random);
            views.add(new RoomRenderer(room, camera, width).render(random.nextLong()));
        }
        return views;
    }
}
