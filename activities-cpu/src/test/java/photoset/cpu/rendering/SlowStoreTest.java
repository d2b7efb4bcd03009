package photoset.cpu.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import photoset.activities.Attempts;
import photoset.activities.Surroundings;
import photoset.cpu.SingleActivity;
import photoset.cpu.SlowLine;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodecs;
import photoset.imaging.Mask;
import photoset.imaging.Raster;
import photoset.imaging.png.GreyPng;
import photoset.objects.FileHash;
import photoset.objects.ObjectStore;
import photoset.objects.S3Server;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.rendering.ResolvedAction;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.SegmentedPhoto;

/** A photo takes longer over the line than a worker may be silent, in both directions. */
@Timeout(60)
class SlowStoreTest {
    private static final Duration SILENCE_MAX = Duration.ofSeconds(2);
    private static final int BYTES_PER_SECOND = 100_000;
    private static final int SIDE = 360;
    private static final ObjectKeys KEYS = new ObjectKeys(new UserId("user-1"), new JobId("job-1"));
    private static final ImageCodec CODEC = ImageCodecs.find(null);

    /** No codec makes it smaller. */
    private static byte[] noise() {
        byte[] rgb = new byte[SIDE * SIDE * 3];
        new Random(7).nextBytes(rgb);
        return CODEC.write(new Raster(SIDE, SIDE, rgb), OutputFormat.PNG);
    }

    @Test
    void isNoHeartbeatTimeout(@TempDir Path folder) {
        byte[] file = noise();
        assertThat(file.length / BYTES_PER_SECOND).isGreaterThan((int) SILENCE_MAX.toSeconds());
        var ref = new PhotoRef(0, KEYS.input(0, "png"), KEYS.view(0), FileHash.sha256(file), file.length, SIDE, SIDE);
        try (var server = S3Server.in(folder);
                var line = SlowLine.to(server.settings(), BYTES_PER_SECOND);
                // A step may take less time than a transfer does.
                var attempts = new Attempts(Duration.ofSeconds(1), new Surroundings(Map.of()));
                var temporal = new SingleActivity(
                        new PixelRendering(new ObjectStore(line.settings()), CODEC, new PixelBudget(), attempts))) {
            server.store().put(ref.key(), file, "image/png");
            server.store().put(KEYS.mask(0, "Wall"), GreyPng.encode(Mask.empty(SIDE, SIDE)), "image/png");

            var rendered = temporal.call("Render", task(ref), SILENCE_MAX, RenderedPhoto[].class);

            assertThat(server.store().size(rendered[0].outputKey()).orElseThrow())
                    .isGreaterThan(BYTES_PER_SECOND);
        }
    }

    private static RenderTask task(PhotoRef ref) {
        var paint = List.<ResolvedAction>of(new ResolvedAction.Recolor("Wall", "#9caf88", 1));
        var spec = new RenderSpec("a", paint, List.of(), OutputFormat.PNG, false, EdgeMode.AS_IS, false);
        var found = new SegmentedPhoto("lite/1", List.of(new MaskRef("Wall", KEYS.mask(0, "Wall"), 0, 0, 0)));
        return new RenderTask(KEYS.user(), KEYS.job(), ref, List.of(spec), found, null);
    }
}
