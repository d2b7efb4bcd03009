package photoset.cpu.composition;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.packing.Attachment;
import photoset.cpu.products.ProductConcepts;
import photoset.cpu.sets.Design;
import photoset.cpu.sets.PaletteColor;
import photoset.cpu.sets.SetOrder;
import photoset.cpu.sets.SetPhoto;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.objects.ObjectMissing;
import photoset.objects.ObjectStore;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.sets.SetInput;

/** Reads pictures, masks and manifests when they are composed, and keeps none. */
final class SetSource {
    /** 50 MP with alpha as PNG, hardly compressed. */
    private static final long PICTURE_BYTES_MAX = 256L << 20;

    /** A mask of noise of 50 MP. */
    private static final long MASK_BYTES_MAX = 64L << 20;

    private final SetInput input;
    private final ObjectStore store;
    private final ImageCodec codec;
    private final Progress progress;

    SetSource(SetInput input, ObjectStore store, ImageCodec codec, Progress progress) {
        this.input = input;
        this.store = store;
        this.codec = codec;
        this.progress = progress;
    }

    SetOrder order() {
        return new SetOrder(
                input.template(),
                input.title(),
                input.date(),
                input.language(),
                input.watermarked(),
                input.photos().stream().map(this::photo).toList(),
                input.label());
    }

    /** What was done to each picture. */
    List<Attachment> manifests() {
        List<Attachment> manifests = new ArrayList<>();
        for (var photo : input.photos()) {
            for (var result : photo.results()) {
                var key = result.manifest();
                manifests.add(new Attachment(
                        "manifests/%02d-%s.json".formatted(photo.idx() + 1, result.variant()),
                        () -> store.open(key).orElseThrow(() -> new ObjectMissing(key))));
            }
        }
        return manifests;
    }

    private SetPhoto photo(SetInput.Photo photo) {
        @Nullable String original = photo.input();
        if (original == null || photo.results().isEmpty()) {
            return new SetPhoto.Failed(photo.idx(), photo.name(), Objects.requireNonNullElse(photo.failure(), ""));
        }
        @Nullable String link = photo.link();
        return new SetPhoto.Delivered(
                photo.idx(),
                photo.name(),
                () -> picture(original, PhotoLimits.BYTES_MAX),
                photo.results().stream().map(this::design).toList(),
                masks(photo),
                link == null ? null : URI.create(link));
    }

    private Design design(SetInput.Result result) {
        var design = input.designs().stream()
                .filter(one -> one.variant().equals(result.variant()))
                .findFirst()
                .orElseThrow();
        return new Design(
                design.variant(),
                design.name(),
                () -> picture(result.output(), PICTURE_BYTES_MAX),
                design.palette().stream()
                        .map(color -> new PaletteColor(color.concept(), color.name(), color.hex()))
                        .toList());
    }

    private Raster picture(String key, long bytesMax) {
        progress.transferring("fetch picture");
        byte[] file = store.get(key, bytesMax);
        progress.reached("decode picture");
        return codec.read(file).pixels();
    }

    /** Those that templates look at; boards of rooms look at none. */
    private Map<String, Supplier<Mask>> masks(SetInput.Photo photo) {
        Map<String, Supplier<Mask>> masks = new TreeMap<>();
        photo.masks().forEach((concept, key) -> {
            if (ProductConcepts.interest(input.template()).contains(concept)) {
                progress.transferring("look for masks");
                if (store.size(key).isPresent()) {
                    masks.put(concept, () -> mask(key));
                }
            }
        });
        return ProductConcepts.completed(masks);
    }

    private Mask mask(String key) {
        progress.transferring("fetch mask");
        byte[] png = store.get(key, MASK_BYTES_MAX);
        progress.reached("decode mask");
        return codec.readMask(png);
    }
}
