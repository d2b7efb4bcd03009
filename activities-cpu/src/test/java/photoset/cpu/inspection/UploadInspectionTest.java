package photoset.cpu.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.testing.TestActivityEnvironment;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.cpu.codec.HeicFiles;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.codec.PictureFiles;
import photoset.imaging.Raster;
import photoset.objects.FileHash;
import photoset.objects.ObjectStore;
import photoset.objects.S3Server;
import photoset.objects.StoreSettings;
import photoset.objects.StoreUnavailable;
import photoset.objects.StoredObject;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.photos.AlbumCheck;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoCheck;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoInspection;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.photos.StoredUpload;

class UploadInspectionTest {
    private static final UserId USER = new UserId("user-1");
    private static final JobId JOB = new JobId("job-1");
    private static final ObjectKeys KEYS = new ObjectKeys(USER, JOB);
    private static final ImageCodec CODEC = ImageCodecs.find(null);

    private static S3Server server;
    private static ObjectStore store;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = S3Server.in(folder);
        store = server.store();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Inspection inspect(DeclaredPhoto photo) {
        return inspect(photo, PhotoLimits.VIEW_SIDE_PX);
    }

    private static Inspection inspect(DeclaredPhoto photo, int viewSide) {
        return inspect(store, photo, viewSide);
    }

    /** As a job does: what lies there is looked up first. */
    private static Inspection inspect(ObjectStore store, DeclaredPhoto photo, int viewSide) {
        return with(store, viewSide, inspection -> {
            var found = inspection.find(new AlbumCheck(JOB, List.of(photo)));
            return inspection.inspect(new PhotoCheck(USER, JOB, photo, found.getFirst()));
        });
    }

    private static <T> T with(ObjectStore store, int viewSide, Function<PhotoInspection, T> work) {
        return with(store, CODEC, viewSide, work);
    }

    private static <T> T with(ObjectStore store, ImageCodec codec, int viewSide, Function<PhotoInspection, T> work) {
        try (var attempts = new Attempts(Duration.ofMinutes(1), new Surroundings(Map.of()))) {
            var temporal = TestActivityEnvironment.newInstance();
            temporal.registerActivitiesImplementations(
                    new UploadInspection(store, codec, new ViewSettings(viewSide), attempts));
            try {
                return work.apply(temporal.newActivityStub(PhotoInspection.class));
            } finally {
                temporal.close();
            }
        }
    }

    private static DeclaredPhoto undeclared(int idx) {
        return declared(idx, null, null);
    }

    private static DeclaredPhoto declared(int idx, @Nullable Long bytes, @Nullable String sha256) {
        return new DeclaredPhoto(idx, KEYS.upload(idx), null, bytes, sha256);
    }

    private static void assertBroken(int idx, byte[] file, PhotoError error) {
        store.put(KEYS.upload(idx), file, "image/jpeg");
        assertThat(inspect(undeclared(idx))).isInstanceOfSatisfying(Inspection.Broken.class, broken -> {
            assertThat(broken.idx()).isEqualTo(idx);
            assertThat(broken.fault().code()).isEqualTo(error);
            assertThat(broken.fault().message()).doesNotContain("uploads/", "Exception");
        });
        assertThat(store.size(KEYS.input(idx, "jpg"))).isEmpty();
        assertThat(store.size(KEYS.view(idx))).isEmpty();
    }

    @Test
    void keepsAGoodPhotoAndMakesItsView() {
        byte[] file = PictureFiles.jpeg(new Raster(1600, 1200, new byte[1600 * 1200 * 3]));
        store.put(KEYS.upload(0), file, "image/jpeg");
        var verdict = inspect(declared(0, (long) file.length, FileHash.sha256(file)));

        assertThat(verdict).isInstanceOfSatisfying(Inspection.Accepted.class, accepted -> {
            var photo = accepted.photo();
            assertThat(photo.key()).isEqualTo("inputs/user-1/job-1/0.jpg");
            assertThat(photo.sha256()).isEqualTo(FileHash.sha256(file));
            assertThat(photo.bytes()).isEqualTo(file.length);
            assertThat(photo.width()).isEqualTo(1600);
            assertThat(photo.height()).isEqualTo(1200);
            assertThat(store.get(photo.key(), S3Server.ANY_LENGTH)).isEqualTo(file);
            var view =
                    CODEC.read(store.get(photo.viewKey(), S3Server.ANY_LENGTH)).pixels();
            assertThat(view.width()).isEqualTo(PhotoLimits.VIEW_SIDE_PX);
            assertThat(view.height()).isEqualTo(768);
        });
    }

    @Test
    void theMasksOfAPhotoThatAnotherJobKeepsComeWithIt() {
        var source = new ObjectKeys(USER, new JobId("job-0"));
        store.put(source.input(4, "jpg"), PictureFiles.jpeg(PictureFiles.quarters()), "image/jpeg");
        store.put(source.mask(4, "Wall"), "wall".getBytes(UTF_8), "image/png");
        store.put(source.ownMask(4, "Wall", 2), "own".getBytes(UTF_8), "image/png");
        store.put(source.instances(4), "[]".getBytes(UTF_8), "application/json");
        store.put(source.mask(40, "Wall"), "another photo's".getBytes(UTF_8), "image/png");

        for (int time = 0; time < 2; time++) {
            var verdict = inspect(new DeclaredPhoto(7, source.input(4, "jpg"), null, null, null));
            assertThat(verdict).isInstanceOf(Inspection.Accepted.class);
        }

        assertThat(store.list(KEYS.masks(7), null, ObjectStore.PAGE_MAX))
                .extracting(StoredObject::key)
                .containsExactlyInAnyOrder(KEYS.mask(7, "Wall"), KEYS.ownMask(7, "Wall", 2), KEYS.instances(7));
        assertThat(store.get(KEYS.ownMask(7, "Wall", 2), S3Server.ANY_LENGTH))
                .asString(UTF_8)
                .isEqualTo("own");
    }

    @Test
    void noneOfItsMasksIsLeftBehindHoweverManyThereAre() {
        var source = new ObjectKeys(USER, new JobId("job-many"));
        store.put(source.input(4, "jpg"), PictureFiles.jpeg(PictureFiles.quarters()), "image/jpeg");
        for (int version = 1; version <= ObjectStore.PAGE_MAX + 1; version++) {
            store.put(source.ownMask(4, "Wall", version), new byte[] {1}, "image/png");
        }

        inspect(new DeclaredPhoto(8, source.input(4, "jpg"), null, null, null));

        var first = store.list(KEYS.masks(8), null, ObjectStore.PAGE_MAX);
        assertThat(first).hasSize(ObjectStore.PAGE_MAX);
        assertThat(store.list(KEYS.masks(8), first.getLast().key(), ObjectStore.PAGE_MAX))
                .hasSize(1);
    }

    @Test
    void aModelThatSeesMoreGetsALargerView() {
        byte[] file = PictureFiles.jpeg(new Raster(1600, 1200, new byte[1600 * 1200 * 3]));
        store.put(KEYS.upload(2), file, "image/jpeg");

        var verdict = inspect(declared(2, (long) file.length, FileHash.sha256(file)), 1500);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Inspection.Accepted.class,
                        accepted -> assertThat(
                                        CODEC.read(store.get(accepted.photo().viewKey(), S3Server.ANY_LENGTH))
                                                .pixels()
                                                .width())
                                .isEqualTo(1500));
        assertThatThrownBy(() -> new ViewSettings(100)).hasMessage("photoset.view.side is 512 to 4096 pixels.");
    }

    @Test
    void neverEnlargesAView() {
        store.put(KEYS.upload(1), PictureFiles.jpeg(PictureFiles.quarters()), "image/jpeg");

        assertThat(inspect(undeclared(1))).isInstanceOf(Inspection.Accepted.class);
        assertThat(CODEC.read(store.get(KEYS.view(1), S3Server.ANY_LENGTH))
                        .pixels()
                        .width())
                .isEqualTo(96);
    }

    @Test
    void comesToTheSameVerdictTwice() {
        store.put(KEYS.upload(2), PictureFiles.jpeg(PictureFiles.quarters()), "image/jpeg");
        var first = inspect(undeclared(2));
        byte[] view = store.get(KEYS.view(2), S3Server.ANY_LENGTH);

        assertThat(inspect(undeclared(2))).isEqualTo(first);
        assertThat(store.get(KEYS.view(2), S3Server.ANY_LENGTH)).isEqualTo(view);
    }

    @Test
    void takesThePhotoOfAnEarlierJob() {
        var earlier = new ObjectKeys(USER, new JobId("job-0")).input(0, "jpg");
        byte[] file = PictureFiles.jpeg(PictureFiles.quarters());
        store.put(earlier, file, "image/jpeg");

        assertThat(inspect(new DeclaredPhoto(3, earlier, null, null, null))).isInstanceOf(Inspection.Accepted.class);
        assertThat(store.get(KEYS.input(3, "jpg"), S3Server.ANY_LENGTH)).isEqualTo(file);
        assertThat(store.get(earlier, S3Server.ANY_LENGTH)).isEqualTo(file);
    }

    @Test
    void saysWhenNothingWasUploaded() {
        byte[] file = PictureFiles.jpeg(PictureFiles.quarters());
        store.put(KEYS.upload(5), file, "image/jpeg");
        var album = new AlbumCheck(JOB, List.of(undeclared(4), undeclared(5)));

        List<StoredUpload> there = with(store, PhotoLimits.VIEW_SIDE_PX, inspection -> inspection.find(album));
        assertThat(there).singleElement().satisfies(found -> {
            assertThat(found.idx()).isEqualTo(5);
            assertThat(found.bytes()).isEqualTo(file.length);
        });
    }

    @Test
    void anOrderWithoutBytesIsOfWhatLiesThere() {
        var check = new PhotoCheck(USER, JOB, undeclared(23), null);
        var verdict = with(store, PhotoLimits.VIEW_SIDE_PX, inspection -> inspection.inspect(check));
        assertThat(verdict).isEqualTo(new Inspection.Missing(23));

        store.put(KEYS.upload(23), PictureFiles.jpeg(PictureFiles.quarters()), "image/jpeg");
        verdict = with(store, PhotoLimits.VIEW_SIDE_PX, inspection -> inspection.inspect(check));
        assertThat(verdict).isInstanceOf(Inspection.Accepted.class);
        assertThat(store.size(KEYS.input(23, "jpg"))).isPresent();
    }

    @Test
    void keepsNothingButWhatWasLookedAt() {
        byte[] file = PictureFiles.jpeg(PictureFiles.quarters());
        store.put(KEYS.upload(13), file, "image/jpeg");
        var seen = store.version(KEYS.upload(13)).orElseThrow();
        var check = new PhotoCheck(USER, JOB, undeclared(13), new StoredUpload(13, seen.etag(), seen.bytes()));
        store.put(KEYS.upload(13), new byte[file.length], "image/jpeg");

        var verdict = with(store, PhotoLimits.VIEW_SIDE_PX, inspection -> inspection.inspect(check));
        assertThat(verdict).isEqualTo(new Inspection.Changed(13));
        store.delete(KEYS.upload(13));
        verdict = with(store, PhotoLimits.VIEW_SIDE_PX, inspection -> inspection.inspect(check));
        assertThat(verdict).isEqualTo(new Inspection.Changed(13));
        assertThat(store.size(KEYS.input(13, "jpg"))).isEmpty();
    }

    @Test
    void aPutThatEndsBetweenTheInspectionAndTheCopyLandsNowhere() {
        byte[] file = PictureFiles.jpeg(PictureFiles.quarters());
        store.put(KEYS.upload(14), file, "image/jpeg");
        var overwriting = (ImageCodec) Proxy.newProxyInstance(
                ImageCodec.class.getClassLoader(), new Class<?>[] {ImageCodec.class}, (_, method, arguments) -> {
                    store.put(KEYS.upload(14), new byte[2_000_000], "image/jpeg");
                    return method.invoke(CODEC, arguments);
                });

        Inspection verdict = with(store, overwriting, PhotoLimits.VIEW_SIDE_PX, inspection -> {
            var found = inspection.find(new AlbumCheck(JOB, List.of(undeclared(14))));
            return inspection.inspect(new PhotoCheck(USER, JOB, undeclared(14), found.getFirst()));
        });
        assertThat(verdict).isEqualTo(new Inspection.Changed(14));
        assertThat(store.size(KEYS.input(14, "jpg"))).isEmpty();
        assertThat(store.size(KEYS.view(14))).isEmpty();
    }

    @Test
    void findsWhatDiffersFromTheAnnouncement() {
        byte[] file = PictureFiles.jpeg(PictureFiles.quarters());
        store.put(KEYS.upload(5), file, "image/jpeg");

        assertThat(inspect(declared(5, file.length + 1L, null)))
                .isInstanceOfSatisfying(
                        Inspection.Broken.class,
                        broken -> assertThat(broken.fault().code()).isEqualTo(PhotoError.SIZE_MISMATCH));
        assertThat(inspect(declared(5, null, "0".repeat(64))))
                .isInstanceOfSatisfying(
                        Inspection.Broken.class,
                        broken -> assertThat(broken.fault().code()).isEqualTo(PhotoError.HASH_MISMATCH));
    }

    @Test
    void refusesWhatIsNoPhoto() {
        assertBroken(6, "not a picture at all".getBytes(UTF_8), PhotoError.UNSUPPORTED_FORMAT);
        assertBroken(7, new byte[0], PhotoError.UNSUPPORTED_FORMAT);
        assertBroken(8, PictureFiles.cut(PictureFiles.jpeg(PictureFiles.quarters()), .8), PhotoError.UNREADABLE_PHOTO);
        assertBroken(9, PictureFiles.bitPng(30_000, 30_000), PhotoError.PHOTO_TOO_LARGE);
        assertBroken(10, PictureFiles.bitPng(15, 15), PhotoError.PHOTO_TOO_SMALL);
        assertBroken(11, new byte[(int) PhotoLimits.BYTES_MAX + 1], PhotoError.PHOTO_TOO_LARGE);
    }

    @Test
    void aHeicThatNobodyCanReadIsAnsweredWithWhatToDo() {
        for (byte[] file : HeicFiles.nonsense()) {
            store.put(KEYS.upload(12), file, "image/heic");
            assertThat(inspect(undeclared(12)))
                    .isInstanceOfSatisfying(
                            Inspection.Broken.class,
                            broken -> assertThat(broken.fault().message()).contains("Send "));
            assertThat(store.size(KEYS.view(12))).isEmpty();
        }
    }

    @Test
    void failsWhenTheStoreIsAway() {
        var away = new StoreSettings(URI.create("http://127.0.0.1:1"), null, "us-east-1", "photoset", "a", "b");

        assertThatThrownBy(() -> inspect(new ObjectStore(away), undeclared(0), PhotoLimits.VIEW_SIDE_PX))
                .hasStackTraceContaining(StoreUnavailable.class.getName());
    }
}
