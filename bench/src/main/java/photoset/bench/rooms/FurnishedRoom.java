package photoset.bench.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A room with its fixtures and furniture. Same random numbers, same room.
 *
 * @param paints linear color of each surface
 */
record FurnishedRoom(RoomGeometry geometry, List<double[]> paints, List<Fixture> fixtures, List<Furniture> furniture) {
    private static final double HEIGHT = 2.6;

    /** Between fixtures, in meters. */
    private static final double GAP = .12;

    private static final int TRIES = 12;

    /** How often a fixture has the look of an earlier one of its kind: windows of one room mostly do. */
    private static final double ALIKE = .4;

    /** Furnishes a room; ids begin after {@code firstId}. */
    static FurnishedRoom random(Random random, int firstId, List<Fixture> earlier) {
        var geometry = new RoomGeometry(3.5 + 2.5 * random.nextDouble(), HEIGHT, 3.5 + 2.5 * random.nextDouble());
        var builder = new Builder(geometry, random, firstId, earlier);
        for (int wall = 0; wall < RoomGeometry.WALLS; wall++) {
            builder.furnish(wall);
        }
        builder.lights();
        return new FurnishedRoom(geometry, paints(random), List.copyOf(builder.fixtures), furniture(geometry, random));
    }

    private static List<double[]> paints(Random random) {
        double level = .45 + .3 * random.nextDouble();
        double[] paint = {level, level * (.93 + .07 * random.nextDouble()), level * (.8 + .2 * random.nextDouble())};
        var paints = new ArrayList<double[]>();
        for (int wall = 0; wall < RoomGeometry.WALLS; wall++) {
            paints.add(paint);
        }
        if (random.nextBoolean()) {
            paints.set(random.nextInt(RoomGeometry.WALLS), FixtureLook.color(random, .15, .6));
        }
        paints.add(new double[] {.35, .25, .15 + .1 * random.nextDouble()});
        paints.add(new double[] {.8, .8, .78});
        return paints;
    }

    private static List<Furniture> furniture(RoomGeometry room, Random random) {
        var boxes = new ArrayList<Furniture>();
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            double width = .5 + random.nextDouble();
            double depth = .4 + .4 * random.nextDouble();
            double x = random.nextDouble() * (room.width() - width);
            double z = random.nextBoolean() ? room.depth() - depth - .05 : .05;
            if (random.nextBoolean()) {
                z = random.nextDouble() * (room.depth() - depth);
                x = random.nextBoolean() ? room.width() - width - .05 : .05;
            }
            double height = random.nextInt(4) == 0 ? 1.8 : .4 + .6 * random.nextDouble();
            boxes.add(new Furniture(
                    new double[] {x, 0, z},
                    new double[] {x + width, height, z + depth},
                    FixtureLook.color(random, .05, .5)));
        }
        return boxes;
    }

    /** Puts fixtures where they fit. */
    private static final class Builder {
        private final RoomGeometry room;
        private final Random random;
        private final int firstId;
        private final List<Fixture> earlier;
        private final List<Fixture> fixtures = new ArrayList<>();

        Builder(RoomGeometry room, Random random, int firstId, List<Fixture> earlier) {
            this.room = room;
            this.random = random;
            this.firstId = firstId;
            this.earlier = earlier;
        }

        void furnish(int wall) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    for (int i = random.nextInt(2); i < 2; i++) {
                        add(FixtureKind.WINDOW, wall, .85, new double[] {.7 + .8 * random.nextDouble(), 1.2});
                    }
                }
                case 1 -> add(FixtureKind.DOOR, wall, 0, new double[] {.75 + .2 * random.nextDouble(), 2.05});
                default -> {
                    for (int i = random.nextInt(2); i < 2; i++) {
                        add(FixtureKind.CABINET, wall, 1.45, new double[] {.5 + .7 * random.nextDouble(), .7});
                    }
                }
            }
            for (int i = random.nextInt(3); i < 3; i++) {
                double side = .25 + .4 * random.nextDouble();
                add(FixtureKind.PICTURE, wall, 1.2 + .4 * random.nextDouble(), new double[] {
                    side, side * (.7 + .7 * random.nextDouble())
                });
            }
            add(FixtureKind.SOCKET, wall, random.nextInt(3) == 0 ? 1.1 : .3, new double[] {.09, .09});
        }

        void lights() {
            double side = .3 + .2 * random.nextDouble();
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                add(
                        FixtureKind.LIGHT,
                        RoomGeometry.CEILING,
                        room.depth() * (.3 + .4 * random.nextDouble()),
                        new double[] {side, side});
            }
        }

        private void add(FixtureKind kind, int surface, double bottom, double[] size) {
            var twin = random.nextDouble() < ALIKE ? twin(kind) : null;
            double width = twin == null ? size[0] : twin.width();
            double height = twin == null ? size[1] : twin.height();
            for (int i = 0; i < TRIES; i++) {
                double left = .2 + random.nextDouble() * Math.max(.1, room.length(surface) - width - .4);
                var fixture = new Fixture(
                        firstId + fixtures.size() + 1,
                        kind,
                        surface,
                        left,
                        bottom,
                        width,
                        height,
                        twin == null ? FixtureLook.random(kind, random) : twin.look());
                if (fixtures.stream().noneMatch(other -> other.meets(fixture, GAP))) {
                    fixtures.add(fixture);
                    return;
                }
            }
        }

        private @Nullable Fixture twin(FixtureKind kind) {
            var alike = Stream.concat(earlier.stream(), fixtures.stream())
                    .filter(fixture -> fixture.kind() == kind)
                    .toList();
            return alike.isEmpty() ? null : alike.get(random.nextInt(alike.size()));
        }
    }
}
