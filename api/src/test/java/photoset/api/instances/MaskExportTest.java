package photoset.api.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import photoset.api.Api;
import photoset.api.RunningApi;

class MaskExportTest {
    private static final RunningApi RUNNING = RunningApi.shared();

    private final Api api = RUNNING.free();

    @Test
    void cocoNamesPhotosConceptsAndInstances() {
        var job = api.uploadedJob(2);
        api.post("/jobs/" + job + "/segment", "{\"concepts\": [\"Wall\", \"Window\"]}");
        await().until(() -> api.get("/jobs/" + job + "/instances").body().contains("Window-1"));
        api.patch("/jobs/" + job + "/instances/Window-1", "{\"name\": \"bay window\"}");

        var coco = api.get("/jobs/" + job + "/masks?format=coco");
        assertThat(coco.status()).as(coco.body()).isEqualTo(200);
        assertThat(coco.headers().getFirst("Content-Disposition")).contains("masks.json");
        assertThat(coco.at("$.images[*].id")).hasToString("[0,1]");
        assertThat(coco.at("$.images[1]")).hasToString("{id=1, file_name=photo-1.jpg, width=640, height=480}");
        assertThat(coco.at("$.categories[*].name")).hasToString("[\"Wall\",\"Window\"]");
        assertThat(coco.at("$.annotations[*].id")).hasToString("[1,2,3,4]");
        assertThat(coco.at("$.annotations[*].category_id")).hasToString("[1,2,1,2]");
        assertThat(coco.at("$.annotations[3].name")).isEqualTo("bay window");
        assertThat(coco.at("$.annotations[3].bbox")).hasToString("[1,2,30,40]");
    }

    @Test
    void aJobWithoutMasksIsAnEmptyFileAndAnUnknownFormatIsRefused() {
        var job = api.job(1);
        assertThat(api.get("/jobs/" + job + "/masks?format=coco").at("$.annotations"))
                .hasToString("[]");
        for (String format : new String[] {"", "?format=tiff"}) {
            var refused = api.get("/jobs/" + job + "/masks" + format);
            assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
            assertThat(refused.details()).containsEntry("format", "must be one of coco, png, polygon");
        }
        assertThat(RUNNING.free().get("/jobs/" + job + "/masks?format=png").code())
                .isEqualTo("JOB_NOT_FOUND");
    }
}
