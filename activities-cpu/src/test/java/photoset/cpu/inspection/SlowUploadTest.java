package photoset.cpu.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.cpu.SingleActivity;
import photoset.cpu.SlowLine;
import photoset.cpu.codec.ImageCodecs;
import photoset.imaging.Raster;
import photoset.objects.ObjectStore;
import photoset.objects.S3Server;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoCheck;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.photos.StoredUpload;
import photoset.workflows.rendering.OutputFormat;

/** An upload takes longer over the line than a worker may be silent. */
@Timeout(60)
class SlowUploadTest {
    private static final Duration SILENCE_MAX = Duration.ofSeconds(2);
    private static final int BYTES_PER_SECOND = 100_000;
    private static final int SIDE = 360;

    @Test
    void isNoHeartbeatTimeout(@TempDir Path folder) {
        var codec = ImageCodecs.find(null);
        byte[] rgb = new byte[SIDE * SIDE * 3];
        new Random(7).nextBytes(rgb);
        byte[] file = codec.write(new Raster(SIDE, SIDE, rgb), OutputFormat.PNG);
        assertThat(file.length / BYTES_PER_SECOND).isGreaterThan((int) SILENCE_MAX.toSeconds());
        var keys = new ObjectKeys(new UserId("user-1"), new JobId("job-1"));
        var view = new ViewSettings(PhotoLimits.VIEW_SIDE_PX);
        try (var server = S3Server.in(folder);
                var line = SlowLine.to(server.settings(), BYTES_PER_SECOND);
                var attempts = new Attempts(Duration.ofSeconds(1), new Surroundings(Map.of()));
                var temporal = new SingleActivity(
                        new UploadInspection(new ObjectStore(line.settings()), codec, view, attempts))) {
            server.store().put(keys.upload(0), file, "image/png");
            var found = server.store().version(keys.upload(0)).orElseThrow();
            var check = new PhotoCheck(
                    keys.user(),
                    keys.job(),
                    new DeclaredPhoto(0, keys.upload(0), "image/png", null, null),
                    new StoredUpload(0, found.etag(), found.bytes()));

            var verdict = temporal.call("Inspect", check, SILENCE_MAX, Inspection.class);

            assertThat(verdict).isInstanceOf(Inspection.Accepted.class);
        }
    }
}
