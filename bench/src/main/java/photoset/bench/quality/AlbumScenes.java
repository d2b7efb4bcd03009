package photoset.bench.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import photoset.bench.scenes.Scene;
import photoset.bench.scenes.SceneKind;
import photoset.imaging.ColorDifference;
import photoset.imaging.Lab;
import photoset.imaging.LinearRgb;

/** One room photographed in the morning, at noon, under clouds, at dusk and by lamp light, painted by one rule. */
final class AlbumScenes {
    private static final List<LinearRgb> LIGHTS = List.of(
            new LinearRgb(1, .98f, .95f),
            new LinearRgb(.80f, .80f, .80f),
            new LinearRgb(.50f, .53f, .58f),
            new LinearRgb(.40f, .33f, .30f),
            new LinearRgb(.55f, .42f, .28f));

    private static final String WANTED = "#8fa58a";

    private final Scene room;
    private final PictureFolder pictures;

    AlbumScenes(int width, PictureFolder pictures) {
        this.room = Scene.of(SceneKind.WALL, width, 3);
        this.pictures = pictures;
    }

    /** The standard deviation of the wall's well lit colour over the album, in CIEDE2000. */
    double deviation() throws IOException {
        List<Lab> shown = new ArrayList<>();
        for (int i = 0; i < LIGHTS.size(); i++) {
            var scene = room.under(LIGHTS.get(i));
            var photo = scene.photo(LinearRgb.of("#e8e2d6"));
            var result = Painting.appearance(scene, photo, WANTED);
            pictures.keep("album-" + i + "-photo", photo);
            pictures.keep("album-" + i + "-result", result);
            shown.add(Lab.of(Painting.surface(scene, result)));
        }
        var mean = new Lab(
                shown.stream().mapToDouble(Lab::l).average().orElse(0),
                shown.stream().mapToDouble(Lab::a).average().orElse(0),
                shown.stream().mapToDouble(Lab::b).average().orElse(0));
        return Math.sqrt(shown.stream()
                .mapToDouble(color -> Math.pow(ColorDifference.ciede2000(color, mean), 2))
                .average()
                .orElse(0));
    }
}
