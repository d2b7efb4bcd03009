package photoset.cpu.rendering;

import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.cpu.codec.Photo;
import photoset.cpu.header.FileHash;
import photoset.cpu.pixels.Mask;
import photoset.cpu.pixels.Raster;
import photoset.objects.ObjectStore;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.RenderTask.Look;
import photoset.workflows.rendering.VariantsTask;
import photoset.workflows.segmentation.MaskRef;

/** Fetches what a task names and checks that it is what was inspected and segmented. */
final class RenderInputs {
    private final ObjectStore store;
    private final ImageCodec codec;
    private final SortedMap<String, String> maskHashes = new TreeMap<>();

    RenderInputs(ObjectStore store, ImageCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /**
     * The photo and every mask that a look names.
     *
     * @throws ApplicationFailure not worth another try, if the photo changed or a mask is missing or unfit
     */
    Sources fetch(VariantsTask task) {
        var ref = task.photo();
        var wanted = task.looks().stream().anyMatch(Look::keepProfile) ? Wanted.SRGB_AND_OWN : Wanted.SRGB;
        var photo = photo(ref, wanted);
        var concepts = new TreeSet<String>();
        task.looks().forEach(look -> concepts.addAll(look.named()));
        Map<String, Mask> masks = new TreeMap<>();
        for (String concept : concepts) {
            masks.put(concept, mask(task, concept, photo.pixels()));
        }
        return new Sources(
                ref.idx(),
                ref.sha256(),
                ref.bytes(),
                photo,
                AlbumLight.of(ref.white(), task.albumWhite()),
                masks,
                maskHashes,
                task.found().model());
    }

    private Photo photo(PhotoRef ref, Wanted wanted) {
        byte[] file = store.get(ref.key());
        if (!FileHash.sha256(file).equals(ref.sha256())) {
            throw failed("The stored photo is not the one that was inspected. Upload it again in a new job.");
        }
        var photo = codec.read(file, wanted);
        var pixels = photo.pixels();
        if (pixels.width() != ref.width() || pixels.height() != ref.height()) {
            throw failed("The stored photo has another size than the one that was inspected.");
        }
        return photo;
    }

    private Mask mask(VariantsTask task, String concept, Raster photo) {
        var ref = task.found().masks().stream()
                .filter(found -> found.concept().equals(concept))
                .findFirst()
                .orElseThrow(() -> failed("The concept %s was not segmented.".formatted(concept)));
        return fitting(ref, photo);
    }

    private Mask fitting(MaskRef ref, Raster photo) {
        byte[] png = store.get(ref.key());
        maskHashes.put(ref.concept(), FileHash.sha256(png));
        var mask = codec.readMask(png);
        if (mask.width() != photo.width() || mask.height() != photo.height()) {
            throw failed("The mask of %s has another size than the photo.".formatted(ref.concept()));
        }
        return mask;
    }

    static ApplicationFailure failed(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, PhotoError.RENDERING_FAILED.name());
    }
}
