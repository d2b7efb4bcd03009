package photoset.bench.removal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import photoset.bench.quality.PictureFolder;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.removal.Removal;
import photoset.cpu.removal.RemovalOrder;

/** {@code bench remove}: things taken out of rendered rooms, beside the rooms without them and beside two simpler fills. */
public final class RemovalBench {
    /** A thing is as many pixels wide as it is filled with at any size of a photo. */
    public static final int WIDTH = 900;

    private final int width;
    private final PrintStream out;
    private final PictureFolder pictures;

    /**
     * Makes a bench.
     *
     * @param width of the rooms, in pixels
     * @param folder where photos, truths and results are kept as PNG; null to keep nothing
     */
    public RemovalBench(int width, PrintStream out, @Nullable Path folder) {
        this.width = width;
        this.out = out;
        this.pictures = new PictureFolder(folder);
    }

    /** Measures and prints; whether every limit was kept. */
    public boolean run(ImageCodec codec, List<Integer> megapixels) throws IOException {
        boolean kept = differences(List.of(RemovalCase.values()));
        new RemovalCost(out, codec).run(megapixels);
        return kept;
    }

    boolean differences(List<RemovalCase> cases) throws IOException {
        out.printf(
                "CIEDE2000 where the thing was from the room without it; rooms %d pixels wide. Ratios are of p90.%n",
                width);
        out.printf(
                "%-22s %7s %6s  %7s %6s %6s  %7s %6s %6s%n",
                "", "removed", "p90", "Telea", "p90", "ratio", "blur", "p90", "ratio");
        boolean kept = true;
        for (var what : cases) {
            kept &= measure(what);
        }
        return kept;
    }

    private boolean measure(RemovalCase what) throws IOException {
        var shot = what.shot(width);
        var removed = Removal.of(new RemovalOrder(shot.photo(), List.of(shot.thing()), List.of(), List.of()), () -> {});
        var hole = removed.filled().getFirst();
        var telea = TeleaFill.of(shot.photo(), hole);
        var blur = BlurFill.of(shot.photo(), hole);
        var name = what.name().toLowerCase(Locale.ROOT);
        pictures.keep(name + "-photo", shot.photo());
        pictures.keep(name + "-truth", shot.truth());
        pictures.keep(name + "-removed", removed.photo());
        pictures.keep(name + "-telea", telea);
        pictures.keep(name + "-blur", blur);
        var ours = shot.difference(removed.photo());
        var teleas = shot.difference(telea);
        var blurs = shot.difference(blur);
        out.printf(
                Locale.ROOT,
                "%-22s %7.2f %6.2f  %7.2f %6.2f %6.2f  %7.2f %6.2f %6.2f  %s <= %.0f%n",
                what.title(),
                ours.median(),
                ours.p90(),
                teleas.median(),
                teleas.p90(),
                ours.p90() / teleas.p90(),
                blurs.median(),
                blurs.p90(),
                ours.p90() / blurs.p90(),
                ours.median() <= what.limit() ? "pass" : "FAIL",
                what.limit());
        return ours.median() <= what.limit();
    }
}
