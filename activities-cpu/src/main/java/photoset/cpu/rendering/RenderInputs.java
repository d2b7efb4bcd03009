package photoset.cpu.rendering;

import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import photoset.activities.Progress;
import photoset.cpu.codec.DecodedPhoto;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.instances.PhotoInstances;
import photoset.cpu.removal.RemovalRefused;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.regions.LabelMap;
import photoset.objects.FileHash;
import photoset.objects.ObjectMissing;
import photoset.objects.ObjectStore;
import photoset.objects.ObjectTooLarge;
import photoset.workflows.ObjectKeys;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.segmentation.InstanceRef;
import photoset.workflows.segmentation.MaskRef;

/** Fetches what a task names and checks that it is what was inspected and segmented. */
final class RenderInputs {
    /** A mask of noise is as long as its pixels and the PNG around them; one that is longer is no mask. */
    private static final int MASK_EXTRA_BYTES_MAX = 1 << 20;

    private final ObjectStore store;
    private final ImageCodec codec;
    private final Progress progress;
    private final SortedMap<String, String> maskHashes = new TreeMap<>();

    RenderInputs(ObjectStore store, ImageCodec codec, Progress progress) {
        this.store = store;
        this.codec = codec;
        this.progress = progress;
    }

    /**
     * The photo and every mask that a spec names.
     *
     * @throws ApplicationFailure not worth another try, if the photo changed or, of type
     *     {@link PhotoError#SEGMENTATION_FAILED}, a mask is missing or unfit: whoever made it said that it was done
     */
    RenderSource fetch(RenderTask task) {
        var ref = task.photo();
        var wanted = task.specs().stream().anyMatch(RenderSpec::keepProfile) ? Wanted.SRGB_AND_OWN : Wanted.SRGB;
        var photo = photo(ref, wanted);
        var masks = masks(task, photo.pixels());
        return new RenderSource(
                ref.idx(),
                ref.sha256(),
                ref.bytes(),
                photo,
                AlbumLight.of(ref.white(), task.albumWhite()),
                masks,
                maskHashes,
                labels(task),
                task.found().model());
    }

    /** The masks that the specs name or shun, each of the photo's size; fails as {@link #fetch}. */
    Map<String, Mask> masks(RenderTask task, Raster photo) {
        var concepts = new TreeSet<String>();
        task.specs().forEach(spec -> concepts.addAll(spec.named()));
        if (task.specs().stream().anyMatch(RenderSpec::shunsPeople) && isFound(task, RenderSpec.PEOPLE)) {
            concepts.add(RenderSpec.PEOPLE);
        }
        Map<String, Mask> masks = new TreeMap<>();
        for (String concept : concepts) {
            masks.put(concept, mask(task, concept, photo));
        }
        return masks;
    }

    /** The photo; fails as {@link #fetch}. */
    DecodedPhoto photo(PhotoRef ref, Wanted wanted) {
        progress.transferring("fetch photo");
        byte[] file = file(ref);
        progress.reached("decode");
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

    private byte[] file(PhotoRef ref) {
        try {
            return store.get(ref.key(), ref.bytes());
        } catch (ObjectTooLarge another) {
            throw failed(
                    "The stored photo is not the one that was inspected: it has more bytes. Upload it again in a new job.");
        } catch (ObjectMissing gone) {
            throw failed("The stored photo is not there any more. Upload it again in a new job.");
        }
    }

    private Mask mask(RenderTask task, String concept, Raster photo) {
        var ref = ref(task, concept);
        if (ref.isNowhere()) {
            return Mask.empty(photo.width(), photo.height());
        }
        if (ownVersion(task, ref).isEmpty()
                && !ref.key().equals(keys(task).mask(task.photo().idx(), concept))) {
            throw unsegmented("The mask of %s belongs to another photo.".formatted(concept));
        }
        byte[] png = png(ref, photo);
        progress.reached("unpack mask of " + concept);
        maskHashes.put(concept, FileHash.sha256(png));
        return fitting(ref, png, photo);
    }

    private static ObjectKeys keys(RenderTask task) {
        return new ObjectKeys(task.user(), task.job());
    }

    private static boolean isFound(RenderTask task, String concept) {
        return task.found().masks().stream().anyMatch(found -> found.concept().equals(concept));
    }

    private static MaskRef ref(RenderTask task, String concept) {
        return task.found().masks().stream()
                .filter(found -> found.concept().equals(concept))
                .findFirst()
                .orElseThrow(() -> unsegmented("The concept %s was not segmented.".formatted(concept)));
    }

    /** Empty for a mask of the model. */
    private static OptionalInt ownVersion(RenderTask task, MaskRef ref) {
        return keys(task).ownVersion(task.photo().idx(), ref.concept(), ref.key());
    }

    /** Where the instances of the mask are written down. */
    private static String instancesKey(RenderTask task, String concept) {
        int idx = task.photo().idx();
        var own = ownVersion(task, ref(task, concept));
        return own.isPresent()
                ? keys(task).ownInstances(idx, concept, own.getAsInt())
                : keys(task).instances(idx);
    }

    private byte[] png(MaskRef ref, Raster photo) {
        int bytesMax = photo.pixels() + MASK_EXTRA_BYTES_MAX;
        progress.transferring("fetch mask of " + ref.concept());
        try {
            return store.get(ref.key(), bytesMax);
        } catch (ObjectMissing gone) {
            throw unsegmented("The mask of %s is missing.".formatted(ref.concept()));
        } catch (ObjectTooLarge large) {
            throw unsegmented("The mask of %s is too large.".formatted(ref.concept()));
        }
    }

    private Mask fitting(MaskRef ref, byte[] png, Raster photo) {
        Mask mask;
        try {
            mask = codec.readMask(png);
        } catch (PhotoRefused damaged) {
            throw unsegmented("The mask of %s is damaged.".formatted(ref.concept()));
        }
        if (mask.width() != photo.width() || mask.height() != photo.height()) {
            throw unsegmented("The mask of %s has another size than the photo.".formatted(ref.concept()));
        }
        return mask;
    }

    /** Which pixel belongs to which instance, of the concepts whose instances the specs name; fails as {@link #fetch}. */
    Map<String, LabelMap> labels(RenderTask task) {
        var concepts = task.specs().stream()
                .flatMap(spec -> Stream.concat(spec.exclude().stream(), spec.lock().stream()))
                .map(InstanceRef::concept)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, LabelMap> labels = new TreeMap<>();
        concepts.forEach(concept -> labels.put(concept, labels(instancesKey(task, concept), concept, task.photo())));
        return labels;
    }

    private LabelMap labels(String key, String concept, PhotoRef photo) {
        progress.transferring("fetch instances");
        byte[] file = store.find(key, PhotoInstances.FILE_BYTES_MAX)
                .orElseThrow(() -> unsegmented("The instances of the photo are missing."));
        progress.reached("unpack instances");
        try {
            return PhotoInstances.read(file).labels(concept, photo.width(), photo.height());
        } catch (IllegalArgumentException damaged) {
            throw unsegmented("The instances of the photo cannot be told apart: " + damaged.getMessage());
        }
    }

    private static ApplicationFailure unsegmented(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, PhotoError.SEGMENTATION_FAILED.name());
    }

    static ApplicationFailure refused(RemovalRefused refused) {
        return ApplicationFailure.newNonRetryableFailureWithCause(
                String.valueOf(refused.getMessage()), PhotoError.REMOVAL_REFUSED.name(), refused);
    }

    static ApplicationFailure failed(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, PhotoError.RENDERING_FAILED.name());
    }
}
