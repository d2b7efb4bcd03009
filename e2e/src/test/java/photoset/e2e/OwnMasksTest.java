package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import photoset.cli.client.ApiResponse;
import photoset.cli.client.PhotosetClient;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Pixels;
import photoset.e2e.harness.Server;
import photoset.imaging.Mask;
import photoset.imaging.regions.Rle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user draws masks: they are painted and protected in the place of the model's, and stepped back from. */
class OwnMasksTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private final Server server = Server.shared();

    /** White in the columns between two positions, of any size. */
    private static byte[] columns(int width, int height, double from, double to) {
        var mask = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = (int) (from * width); x < to * width; x++) {
            for (int y = 0; y < height; y++) {
                mask.getRaster().setSample(x, y, 0, 255);
            }
        }
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(mask, "png", png);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return png.toByteArray();
    }

    private static String masks(Job job) {
        return "/jobs/" + job.calls().id() + "/items/0/masks";
    }

    private static ApiResponse use(Job job, String concept, byte[] png) {
        var client = job.user().client();
        var link =
                client.post(masks(job), Map.of("concept", concept)).orRefuse().path("upload");
        assertThat(client.upload(URI.create(link.path("url").asString()), Map.of(), png))
                .isEqualTo(200);
        return client.call("PUT", masks(job) + "/" + concept, null);
    }

    @Test
    void paintsWhatWasDrawnAndKeepsWhatWasProtectedBitIdentical() {
        var photo = Photos.asPng(Photos.plain());
        var job = Job.confirmed(server, server.newProUser(), photo);
        // Handles are nothing that the bundled network knows, nor are they in the photo.
        assertThat(use(job, "Wall", columns(256, 192, 0, .75))
                        .orRefuse()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(use(job, "Handle", columns(WIDTH, HEIGHT, .5, 1))
                        .orRefuse()
                        .path("source")
                        .asString())
                .isEqualTo("user");
        var rule = new HashMap<String, Object>(Job.SAGE_WALLS);
        rule.put("protect", List.of("Handle"));
        rule.put("edges", "as_is");
        job.calls().execute(rule).orRefuse();
        var end = job.end();

        assertThat(end.path("status").asString()).as(end.toString()).isEqualTo("done");
        var pixels = new Pixels(photo, job.result(end, 0));
        assertThat(pixels.changed(columns(WIDTH, HEIGHT, 0, .5), grey -> grey == 255))
                .isGreaterThan(WIDTH * HEIGHT / 3);
        assertThat(pixels.changed(columns(WIDTH, HEIGHT, 0, .5), grey -> grey == 0))
                .isZero();
    }

    @Test
    void stepsBackToTheModel() {
        var job = Job.confirmed(server, server.newUser(), Photos.plain());
        use(job, "Wall", columns(WIDTH, HEIGHT, 0, .5)).orRefuse();
        use(job, "Wall", columns(WIDTH, HEIGHT, .2, .5)).orRefuse();
        var client = job.user().client();
        var shown = client.get(masks(job) + "/Wall").orRefuse();
        assertThat(shown.path("version").asInt()).isEqualTo(2);
        assertThat(server.client().download(URI.create(shown.path("mask_url").asString())))
                .startsWith(0x89, 'P', 'N', 'G');
        var instances = client.get("/jobs/" + job.calls().id() + "/instances").orRefuse();
        assertThat(instances.path(0).path("box")).extracting(JsonNode::asInt).containsExactly(64, 0, 96, HEIGHT);
        assertThat(instances.path(0).path("rle").path("size").path(0).asInt()).isEqualTo(HEIGHT);
        var small =
                client.get("/jobs/" + job.calls().id() + "/instances?rle=false").orRefuse();
        assertThat(small.path(0).has("rle")).isFalse();

        assertThat(client.delete(masks(job) + "/Wall")
                        .orRefuse()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        var model = client.delete(masks(job) + "/Wall").orRefuse();
        assertThat(model.path("source").asString()).isEqualTo("model");
        assertThat(client.get(masks(job) + "/Wall").status()).isEqualTo(404);
        job.calls().cancel().orRefuse();
    }

    @Test
    void exportsWhatIsInUse() throws IOException {
        var job = Job.confirmed(server, server.newUser(), Photos.plain());
        use(job, "Handle", columns(256, 192, .25, .5)).orRefuse();
        var client = job.user().client();
        var coco =
                client.get("/jobs/" + job.calls().id() + "/masks?format=coco").body();
        var annotation = coco.path("annotations").path(0);
        assertThat(annotation.path("instance_id").asString()).isEqualTo("Handle-100001");
        assertThat(coco.path("images").path(0).path("width").asInt()).isEqualTo(WIDTH);
        var counts = annotation.path("segmentation").path("counts").asString();
        var pixels = new Rle(List.of(HEIGHT, WIDTH), counts).mask();
        assertThat(pixels.area()).isEqualTo(annotation.path("area").asLong()).isEqualTo(80L * HEIGHT);

        var pictures = unzipped(client, job, "png");
        assertThat(pictures).containsOnlyKeys("instances.json", "0/Handle.png", "0/Handle.labels.png");
        var mask = ImageIO.read(new ByteArrayInputStream(pictures.get("0/Handle.png")))
                .getRaster();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            boolean drawn = mask.getSample(i % WIDTH, i / WIDTH, 0) >= Mask.COVERED;
            assertThat(pixels.at(i) != 0).isEqualTo(drawn);
        }
        var outlines =
                JsonMapper.shared().readTree(unzipped(client, job, "polygon").get("0.json"));
        assertThat(outlines.at("/instances/0/polygons/0")).hasSize(4);
        job.calls().cancel().orRefuse();
    }

    private static Map<String, byte[]> unzipped(PhotosetClient client, Job job, String format) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        byte[] bytes = client.file("/jobs/" + job.calls().id() + "/masks?format=" + format);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void refusesAMaskOfAnotherShapeInWordsThatHelp() {
        var job = Job.confirmed(server, server.newUser(), Photos.plain());
        var square = use(job, "Wall", columns(HEIGHT, HEIGHT + 20, 0, 1));
        assertThat(square.status()).isEqualTo(422);
        assertThat(square.code()).isEqualTo("UPLOAD_INCOMPLETE");
        assertThat(square.body().toString()).contains("another shape", "320 x 240");
        var colored = use(job, "Wall", Photos.asPng(Photos.plain()));
        assertThat(colored.body().toString()).contains("8 bits of grey");
        job.calls().cancel().orRefuse();
    }
}
