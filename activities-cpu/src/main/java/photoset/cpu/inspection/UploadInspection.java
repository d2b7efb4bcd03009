package photoset.cpu.inspection;

import org.springframework.stereotype.Component;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.Photo;
import photoset.cpu.header.PhotoRefused;
import photoset.imaging.Downscale;
import photoset.objects.ObjectStore;
import photoset.workflows.ObjectKeys;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoCheck;
import photoset.workflows.photos.PhotoInspection;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.OutputFormat;

/** Inspects uploads in the bucket. */
@Component
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
    public Inspection inspect(PhotoCheck check) {
        return attempts.run(beat -> inspect(check, beat));
    }

    private Inspection inspect(PhotoCheck check, Progress progress) {
        int idx = check.photo().idx();
        progress.transferring("fetch");
        try {
            return Upload.read(store, check.photo().key())
                    .map(upload -> judge(check, upload, progress))
                    .orElseGet(() -> new Inspection.Missing(idx));
        } catch (PhotoRefused refused) {
            return new Inspection.Broken(idx, refused.fault());
        }
    }

    private Inspection judge(PhotoCheck check, Upload upload, Progress progress) {
        progress.reached("decode");
        var difference = upload.differenceTo(check.photo());
        return difference.isPresent()
                ? new Inspection.Broken(check.photo().idx(), difference.get())
                : new Inspection.Accepted(keep(check, upload, codec.read(upload.bytes()), progress));
    }

    private PhotoRef keep(PhotoCheck check, Upload upload, Photo photo, Progress progress) {
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
                SheetOfWhite.in(view));
        byte[] jpeg = codec.writeJpeg(view, VIEW_QUALITY);
        progress.transferring("store");
        // The copy may differ from what was read if the client writes in between; rendering compares the hash.
        store.copy(check.photo().key(), ref.key());
        store.put(ref.viewKey(), jpeg, OutputFormat.JPEG.contentType());
        return ref;
    }
}
