package photoset.gpu.lite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import photoset.activities.Progress;
import photoset.gpu.rooms.RoomPart;
import photoset.gpu.rooms.RoomScore;
import photoset.gpu.rooms.RoomScore.Voices;
import photoset.gpu.rooms.Surfaces;
import photoset.gpu.rooms.Surfaces.Words;
import photoset.gpu.torch.LoadedModel;
import photoset.gpu.torch.Processor;
import photoset.imaging.Plane;
import photoset.imaging.Raster;
import photoset.workflows.segmentation.Concept;

/**
 * The bundled network, loaded and warmed up. Safe for use by several threads: the network itself runs on one, reading
 * its answers on the caller's. The same picture gives the same masks on the same processor.
 */
public final class LiteModel implements LoadedModel, AutoCloseable {
    /** The second scale, found on real rooms: small enough that the whole room is context. */
    private static final int FAR_SIDE_PX = 320;

    /** A trace runs its first calls slower while kernels are chosen; two calls of each scale are enough on a CPU and a card. */
    private static final int WARM_UP_CALLS = 2;

    private final LiteManifest manifest;
    private final Network network;

    private LiteModel(LiteManifest manifest, Network network) {
        this.manifest = manifest;
        this.network = network;
    }

    /**
     * Loads the package that is part of this program.
     *
     * @throws IOException if it is damaged
     * @throws IllegalStateException if CUDA is asked for and no card is there
     */
    public static LiteModel bundled(Processor processor) throws IOException {
        return open(LitePackage.bundled(), processor);
    }

    /**
     * Loads a package from a folder with {@code lite.json} and the file that it names.
     *
     * @throws IOException if a file is missing or its hash is not the stated one
     * @throws IllegalStateException if CUDA is asked for and no card is there
     */
    public static LiteModel open(Path folder, Processor processor) throws IOException {
        return open(LitePackage.in(folder), processor);
    }

    private static LiteModel open(LitePackage files, Processor processor) throws IOException {
        var model = new LiteModel(files.manifest(), Network.load(files.network(), processor));
        model.warmUp();
        return model;
    }

    private void warmUp() {
        var grey = new Raster(4, 3, new byte[36]);
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            find(grey, manifest.roomPreset(), step -> {});
        }
    }

    @Override
    public String label() {
        return manifest.label();
    }

    /** The closed vocabulary, in the order of the network. */
    public List<Concept> concepts() {
        return manifest.classes().stream().map(LiteManifest.Entry::concept).toList();
    }

    /**
     * Looks at a picture.
     *
     * @param view the photo, upright, of any size; about twice the network's 512 pixels is enough
     * @param preset the domain; that of rooms decides wall, floor and ceiling against each other
     * @param progress told after each step; what it throws ends the search
     */
    public Findings find(Raster view, String preset, Progress progress) {
        boolean room = preset.equals(manifest.roomPreset());
        var near = fitted(view, manifest.input().longSide());
        // From the near one, which is two thirds larger: the same masks for a third of the work.
        var far = fitted(near, FAR_SIDE_PX);
        progress.reached("scaled");
        var nearSaid = network.probabilities(near, room ? Exposure.balanced(near) : Exposure.asTaken());
        progress.reached("seen near");
        var farSaid = network.probabilities(far, room ? Exposure.balanced(far) : Exposure.asTaken());
        progress.reached("seen far");
        var logits = new MultiScaleLogits(nearSaid, farSaid, near.width(), near.height());
        return new Findings(manifest, logits, room ? surfaces(logits, near) : null);
    }

    private Surfaces surfaces(MultiScaleLogits logits, Raster near) {
        return RoomScore.of(voices(logits), near).isRoom()
                ? Surfaces.of(words(logits)).refined(near)
                : Surfaces.nothing(near.width(), near.height());
    }

    private Voices voices(MultiScaleLogits logits) {
        return new Voices(
                logits.glance(entries(entry -> isOfRoom(entry) && isWall(entry))),
                logits.glance(entries(entry -> isOfRoom(entry) && !isWall(entry))),
                logits.glance(entries(entry -> !isOfRoom(entry) && entry.roomPart() == null)),
                logits.glance(List.of(manifest.part(RoomPart.BACKDROP))));
    }

    /** Thin ones say little about where one is. */
    private List<LiteManifest.Entry> entries(Predicate<LiteManifest.Entry> wanted) {
        return manifest.classes().stream()
                .filter(entry -> !entry.thin() && wanted.test(entry))
                .toList();
    }

    private boolean isOfRoom(LiteManifest.Entry entry) {
        return entry.group().equals(manifest.roomPreset());
    }

    private static boolean isWall(LiteManifest.Entry entry) {
        return entry.roomPart() == RoomPart.WALL || entry.roomPart() == RoomPart.TILE;
    }

    private Words words(MultiScaleLogits logits) {
        return new Words(
                probability(logits, RoomPart.WALL),
                probability(logits, RoomPart.TILE),
                probability(logits, RoomPart.FLOOR),
                probability(logits, RoomPart.CEILING),
                probability(logits, RoomPart.BACKDROP),
                probability(logits, RoomPart.MOLDING));
    }

    private Plane probability(MultiScaleLogits logits, RoomPart part) {
        float[] logOdds = logits.of(manifest.part(part));
        return new Plane(logits.width(), logits.height(), Logits.probabilities(logOdds));
    }

    private Raster fitted(Raster view, int longSide) {
        double scale = (double) longSide / Math.max(view.width(), view.height());
        return view.resized(fitted(view.width() * scale), fitted(view.height() * scale));
    }

    private int fitted(double side) {
        int multiple = manifest.input().multiple();
        return Math.max(1, (int) Math.round(side / multiple)) * multiple;
    }

    @Override
    public Optional<String> trouble() {
        return network.trouble();
    }

    @Override
    public void onLost(Runnable listener) {
        network.onLost(listener);
    }

    @Override
    public Duration stepMax() {
        return Network.CALL_MAX;
    }

    @Override
    public long busyNanos() {
        return network.busyNanos();
    }

    /** Arrays that the native side holds for the model; constant over any number of calls. */
    int managedArrays() {
        return network.managedArrays();
    }

    /** Frees the network; calls after this fail. */
    @Override
    public void close() {
        network.close();
    }
}
