package photoset.cpu.inspection;

import io.temporal.spring.boot.ActivityImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.header.PhotoRefused;
import photoset.imaging.Downscale;
import photoset.objects.ObjectStore;
import photoset.objects.ObjectVersion;
import photoset.objects.StoredObject;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.photos.AlbumCheck;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoCheck;
import photoset.workflows.photos.PhotoInspection;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.photos.StoredUpload;
import photoset.workflows.rendering.OutputFormat;

/** Inspects uploads in the bucket. */
@Component
@ActivityImpl(taskQueues = TaskQueues.CPU)
final class UploadInspection implements PhotoInspection {
    /** The view is compressed once more by nobody, so it may stay near lossless: a model sees what the photo shows. */
    private static final int VIEW_QUALITY = 95;

    private final ObjectStore store;
    private final ImageCodec codec;
    private final ViewSettings settings;
    private final Attempts attempts;

    UploadInspection(ObjectStore store, ImageCodec codec, ViewSettings settings, Attempts attempts) {
        this.store = store;
        this.codec = codec;
        this.settings = settings;
        this.attempts = attempts;
    }

    @Override
    public List<StoredUpload> find(AlbumCheck album) {
        return attempts.run(beat -> find(album, beat));
    }

    private List<StoredUpload> find(AlbumCheck album, Progress progress) {
        List<StoredUpload> found = new ArrayList<>();
        for (DeclaredPhoto photo : album.photos()) {
            look(photo, progress).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public Inspection inspect(PhotoCheck check) {
        return attempts.run(beat -> upload(check, beat)
                .map(found -> inspect(check, found, beat))
                .orElseGet(() -> new Inspection.Missing(check.photo().idx())));
    }

    private Optional<StoredUpload> upload(PhotoCheck check, Progress progress) {
        @Nullable StoredUpload ordered = check.upload();
        return ordered == null ? look(check.photo(), progress) : Optional.of(ordered);
    }

    private Optional<StoredUpload> look(DeclaredPhoto photo, Progress progress) {
        progress.transferring("look");
        return store.version(photo.key()).map(there -> new StoredUpload(photo.idx(), there.etag(), there.bytes()));
    }

    private Inspection inspect(PhotoCheck check, StoredUpload found, Progress progress) {
        int idx = check.photo().idx();
        var wrong = Upload.wrongLength(check.photo(), found);
        if (wrong.isPresent()) {
            return new Inspection.Broken(idx, wrong.get());
        }
        progress.transferring("fetch");
        try {
            return Upload.read(store, check.photo().key(), found)
                    .map(upload -> judge(check, upload, found, progress))
                    .orElseGet(() -> new Inspection.Changed(idx));
        } catch (PhotoRefused refused) {
            return new Inspection.Broken(idx, refused.fault());
        }
    }

    private Inspection judge(PhotoCheck check, Upload upload, StoredUpload found, Progress progress) {
        progress.reached("decode");
        var difference = upload.wrongHash(check.photo());
        return difference.isPresent()
                ? new Inspection.Broken(check.photo().idx(), difference.get())
                : keep(check, upload, new ObjectVersion(found.etag(), found.bytes()), progress);
    }

    /** A photo that another job keeps brings its masks: what was found in it and drawn is not done again. */
    private void copyMasks(PhotoCheck check, ObjectKeys keys, Progress progress) {
        ObjectKeys.masksOf(check.photo().key()).ifPresent(from -> {
            var to = keys.masks(check.photo().idx());
            List<StoredObject> page = List.of();
            do {
                page = store.list(from, page.isEmpty() ? null : page.getLast().key(), ObjectStore.PAGE_MAX);
                for (var mask : page) {
                    progress.transferring("copy masks");
                    store.version(mask.key())
                            .ifPresent(version -> store.copy(
                                    mask.key(), version, to + mask.key().substring(from.length())));
                }
            } while (page.size() == ObjectStore.PAGE_MAX);
        });
    }

    private Inspection keep(PhotoCheck check, Upload upload, ObjectVersion inspected, Progress progress) {
        var photo = codec.read(upload.bytes());
        progress.reached("view");
        var keys = new ObjectKeys(check.user(), check.job());
        int idx = check.photo().idx();
        var view = Downscale.toLongSide(photo.pixels(), settings.side());
        var ref = new PhotoRef(
                idx,
                keys.input(idx, photo.format().extension()),
                keys.view(idx),
                upload.sha256(),
                upload.bytes().length,
                photo.pixels().width(),
                photo.pixels().height(),
                WhitePoint.in(view));
        byte[] jpeg = codec.writeJpeg(view, VIEW_QUALITY);
        progress.transferring("store");
        if (!store.copy(check.photo().key(), inspected, ref.key())) {
            return new Inspection.Changed(idx);
        }
        store.put(ref.viewKey(), jpeg, OutputFormat.JPEG.contentType());
        copyMasks(check, keys, progress);
        return new Inspection.Accepted(ref);
    }
}
