package photoset.bench.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import photoset.bench.rooms.RoomAlbum;
import photoset.bench.rooms.RoomView;
import photoset.cpu.identity.InstanceIdentities;
import photoset.cpu.identity.ObservedInstance;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.torch.Processor;
import photoset.imaging.instances.InstanceDescriber;

/** Names the instances of rendered albums and prints how many pairs of one thing have one name, and of how many names. */
public final class IdentityBench {
    /** Of two instances with one name at least this share is one thing: a wrong name touches what was locked. */
    static final double PRECISION_MIN = .95;

    /** Of two instances of one thing at least this share has one name. */
    static final double RECALL_MIN = .7;

    /** The weights were fitted on the albums from seed 1000 to 1099; these are others. */
    static final long SEED = 5_000;

    private static final int PHOTO_WIDTH = 480;

    /** Each second album shows two rooms, in which some things look alike. */
    private static final int ONE_ROOM_PHOTOS = 8;

    private static final int TWO_ROOMS_PHOTOS = 12;

    /** The compiler is done after the first ones. */
    private static final int ROUNDS = 5;

    private static final int LARGE_ALBUM_LOOKS = 200;

    private static final String ROW = "%-22s %-10s %9s %7s %8s %8s%n";

    private final PrintStream out;

    public IdentityBench(PrintStream out) {
        this.out = out;
    }

    /** Measures with true masks, with those of the bundled network, and the time of a large album; whether the bars hold. */
    public boolean run(int albums) throws IOException {
        out.printf(ROW, "masks", "concept", "instances", "pairs", "precis.", "recall");
        boolean kept = judged("true", InstanceSource::truth, albums);
        try (var model = LiteModel.bundled(Processor.cpu())) {
            judged("of the bundled network", InstanceSource.of(model), Math.max(1, albums / 4));
        }
        out.printf(
                Locale.ROOT,
                "%n%s true masks, all concepts: precision >= %.2f, recall >= %.2f%n",
                kept ? "pass" : "FAIL",
                PRECISION_MIN,
                RECALL_MIN);
        out.printf("200 photos with 30 instances each are named in %d ms of CPU%n", largeAlbumMillis());
        return kept;
    }

    /** CPU time, since whatever else runs on the machine would count too. */
    private static long largeAlbumMillis() {
        var album = largeAlbum(200, 30);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            new InstanceIdentities().named(album);
            least = Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return least / 1_000_000;
    }

    private boolean judged(String masks, InstanceSource source, int albums) {
        Map<String, PairCounts> counts = new TreeMap<>();
        Map<String, Integer> sizes = new TreeMap<>();
        for (int i = 0; i < albums; i++) {
            var album = album(SEED + i, source);
            album.judged().forEach((concept, pairs) -> counts.merge(concept, pairs, PairCounts::plus));
            album.sizes().forEach((concept, size) -> sizes.merge(concept, size, Integer::sum));
        }
        var all = counts.values().stream().reduce(PairCounts.NONE, PairCounts::plus);
        counts.forEach((concept, pairs) -> row(masks, concept, sizes.getOrDefault(concept, 0), pairs));
        row(masks, "all", sizes.values().stream().mapToInt(size -> size).sum(), all);
        return all.precision() >= PRECISION_MIN && all.recall() >= RECALL_MIN;
    }

    private void row(String masks, String concept, int instances, PairCounts pairs) {
        out.printf(
                ROW,
                masks,
                concept,
                instances,
                pairs.right() + pairs.missed(),
                String.format(Locale.ROOT, "%.3f", pairs.precision()),
                String.format(Locale.ROOT, "%.3f", pairs.recall()));
    }

    /** Renders an album and describes what a source finds in it. */
    static KnownAlbum album(long seed, InstanceSource source) {
        boolean two = seed % 2 == 1;
        var views = RoomAlbum.render(seed, two ? 2 : 1, two ? TWO_ROOMS_PHOTOS : ONE_ROOM_PHOTOS, PHOTO_WIDTH);
        var album = new KnownAlbum();
        for (int photo = 0; photo < views.size(); photo++) {
            describe(views.get(photo), photo, source, album);
        }
        return album;
    }

    private static void describe(RoomView view, int photo, InstanceSource source, KnownAlbum album) {
        var describer = new InstanceDescriber(view.photo());
        for (var known : source.in(view)) {
            describer
                    .describe(known.mask())
                    .ifPresent(look ->
                            album.add(new ObservedInstance(photo, known.kind().concept(), look), known.thing()));
        }
    }

    /** Sightings as in the photos of many rooms, ten a room; what they show does not matter for the time. */
    static List<ObservedInstance> largeAlbum(int photos, int instances) {
        var looks = new ArrayList<ObservedInstance>();
        for (long seed = SEED; looks.size() < LARGE_ALBUM_LOOKS; seed++) {
            looks.addAll(album(seed, InstanceSource::truth).sightings());
        }
        var album = new ArrayList<ObservedInstance>();
        for (int photo = 0; photo < photos; photo++) {
            for (int i = 0; i < instances; i++) {
                var look = looks.get((photo / 10 * instances + i) % looks.size());
                album.add(new ObservedInstance(photo, look.concept(), look.descriptor()));
            }
        }
        return album;
    }
}
