package photoset.cpu.surfaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.cpu.surfaces.Homography.Point;
import photoset.imaging.Raster;
import photoset.workflows.rendering.ResolvedAction.Corner;
import photoset.workflows.rendering.SurfaceKind;

class SurfaceTest {
    private static final double DIAGONAL = Math.hypot(BoxRoom.WIDTH, BoxRoom.HEIGHT);

    /** Half a hundredth of the diagonal. */
    private static final double ERROR_MAX = .005 * DIAGONAL;

    @ParameterizedTest
    @CsvSource({"8, 24, 760", "2, 40, 700", "15, 12, 900", "-3, 30, 620"})
    void findsTheFloorOfARoomFromItsEdges(double pitch, double yaw, double focalPx) {
        var room = new BoxRoom(pitch, yaw, focalPx);
        var plane = Surface.estimated(room.photo(), room.floorMask(), SurfaceKind.FLOOR)
                .planes()
                .getFirst();
        double[][] square = {{20, 230}, {120, 230}, {120, 330}, {20, 330}};
        assertThat(worst(room, plane, square)).isLessThanOrEqualTo(ERROR_MAX);
    }

    @Test
    void knowsTheSizeOfTheFloorFromTheHeightOfTheCamera() {
        var room = new BoxRoom(10, 25, 760);
        var plane = Surface.estimated(room.photo(), room.floorMask(), SurfaceKind.FLOOR)
                .planes()
                .getFirst();
        assertThat(length(plane, room.floor(0, 250), room.floor(100, 250))).isCloseTo(100, within(4.0));
    }

    @Test
    void aCountertopIsNearerThanTheFloorAndItsMaterialLarger() {
        var room = new BoxRoom(10, 25, 760);
        var top = Surface.estimated(room.photo(), room.floorMask(), SurfaceKind.COUNTERTOP)
                .planes()
                .getFirst();
        assertThat(length(top, room.countertop(20, 160), room.countertop(120, 160)))
                .isCloseTo(100, within(4.0));
        assertThat(length(top, room.countertop(20, 160), room.countertop(20, 220)))
                .isCloseTo(60, within(2.4));
    }

    @Test
    void fourCornersOfACountertopAreMeasuredAtItsHeight() {
        var room = new BoxRoom(12, 20, 760);
        var corners = List.of(
                corner(room.countertop(-50, 220)),
                corner(room.countertop(150, 220)),
                corner(room.countertop(150, 160)),
                corner(room.countertop(-50, 160)));
        var plane = Surface.through(corners, empty(), SurfaceKind.COUNTERTOP)
                .planes()
                .getFirst();
        assertThat(length(plane, room.countertop(-50, 220), room.countertop(150, 220)))
                .isCloseTo(200, within(.5));
        assertThat(length(plane, room.countertop(150, 220), room.countertop(150, 160)))
                .isCloseTo(60, within(.5));
    }

    @Test
    void findsEveryWall() {
        var room = new BoxRoom(3, 3, 560);
        var walls = Surface.estimated(room.photo(), room.wallMask(), SurfaceKind.WALL)
                .planes();
        assertThat(walls).hasSize(3);
        var back = nearest(walls, room.pixel(0, 0, 430));
        assertThat(length(back, room.pixel(-50, 0, 430), room.pixel(50, 0, 430)))
                .isCloseTo(100, within(6.0));
        var right = nearest(walls, room.pixel(240, 0, 380));
        assertThat(right).isNotSameAs(back);
        assertThat(length(right, room.pixel(240, 0, 350), room.pixel(240, 0, 400)))
                .isCloseTo(50, within(4.0));
    }

    @Test
    void fourCornersMakeThePlaneWhateverThePhotoShows() {
        var room = new BoxRoom(12, 20, 760);
        var corners = List.of(
                corner(room.floor(-50, 380)),
                corner(room.floor(150, 380)),
                corner(room.floor(150, 260)),
                corner(room.floor(-50, 260)));
        var plane =
                Surface.through(corners, empty(), SurfaceKind.FLOOR).planes().getFirst();
        // 200 cm by 120 cm: neither the proportions nor the size are told.
        assertThat(length(plane, room.floor(-50, 380), room.floor(150, 380))).isCloseTo(200, within(.5));
        assertThat(length(plane, room.floor(150, 380), room.floor(150, 260))).isCloseTo(120, within(.5));
        assertThat(worst(room, plane, new double[][] {{0, 250}, {100, 250}, {100, 350}, {0, 350}}))
                .isLessThan(.1);
    }

    @Test
    void refusesCornersThatAreNoRectangle() {
        var crossed = List.of(new Corner(.2, .2), new Corner(.8, .8), new Corner(.8, .2), new Corner(.2, .8));
        var flat = List.of(new Corner(.1, .5), new Corner(.4, .5), new Corner(.6, .5), new Corner(.9, .5));
        assertThatThrownBy(() -> Surface.through(crossed, empty(), SurfaceKind.WALL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Surface.through(flat, empty(), SurfaceKind.WALL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPhotoWithoutEdgesStillHasAFloor() {
        var plane = Surface.estimated(
                        empty(), photoset.imaging.Mask.empty(BoxRoom.WIDTH, BoxRoom.HEIGHT), SurfaceKind.FLOOR)
                .planes()
                .getFirst();
        double[] m = plane.cells();
        assertThat(m[6] * 480 + m[7] * 600 + m[8]).isPositive();
        assertThat(Surface.estimated(
                                empty(), photoset.imaging.Mask.empty(BoxRoom.WIDTH, BoxRoom.HEIGHT), SurfaceKind.WALL)
                        .planes())
                .hasSize(1);
    }

    @Test
    void theWayBackIsTheWayBack() {
        var map = Homography.fromUnitSquare(
                List.of(new Point(10, 20), new Point(90, 5), new Point(120, 80), new Point(5, 60)));
        var there = map.map(.3, .7);
        var back = map.inverse().map(there.x(), there.y());
        assertThat(back.x()).isCloseTo(.3, within(1e-9));
        assertThat(back.y()).isCloseTo(.7, within(1e-9));
    }

    private static Raster empty() {
        return new Raster(BoxRoom.WIDTH, BoxRoom.HEIGHT, new byte[BoxRoom.WIDTH * BoxRoom.HEIGHT * 3]);
    }

    private static Corner corner(Point at) {
        return new Corner(at.x() / BoxRoom.WIDTH, at.y() / BoxRoom.HEIGHT);
    }

    private static double length(Homography plane, Point from, Point to) {
        var a = plane.map(from.x(), from.y());
        var b = plane.map(to.x(), to.y());
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
    }

    private static Homography nearest(List<Homography> planes, Point at) {
        return planes.stream()
                .max((a, b) -> Double.compare(denominator(a, at), denominator(b, at)))
                .orElseThrow();
    }

    private static double denominator(Homography plane, Point at) {
        double[] m = plane.cells();
        return m[6] * at.x() + m[7] * at.y() + m[8];
    }

    /**
     * Puts a true square on the plane with its first two corners where they are, and says how far in pixels the other two
     * then are from where the camera sees them.
     */
    private static double worst(BoxRoom room, Homography plane, double[][] square) {
        var first = at(room, plane, square[0]);
        var second = at(room, plane, square[1]);
        var third = at(room, plane, square[2]);
        double dx = second.x() - first.x();
        double dy = second.y() - first.y();
        double side = dx * (third.y() - second.y()) - dy * (third.x() - second.x()) > 0 ? 1 : -1;
        double worst = 0;
        for (int i = 2; i < 4; i++) {
            var foot = i == 2 ? second : first;
            var shown = plane.inverse().map(foot.x() - side * dy, foot.y() + side * dx);
            var truth = room.floor(square[i][0], square[i][1]);
            worst = Math.max(worst, Math.hypot(shown.x() - truth.x(), shown.y() - truth.y()));
        }
        return worst;
    }

    private static Point at(BoxRoom room, Homography plane, double[] floor) {
        var pixel = room.floor(floor[0], floor[1]);
        return plane.map(pixel.x(), pixel.y());
    }
}
