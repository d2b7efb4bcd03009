package photoset.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.api.Api;
import photoset.api.RunningApi;

class AdmissionTest {
    private static final RunningApi RUNNING = RunningApi.shared();

    private final Api api = RUNNING.free();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                         | items, preset
                    {"preset": "interior"}                                     | items
                    {"preset": "", "item_count": 1}                            | preset
                    {"preset": "interior", "item_count": 0}                    | item_count
                    {"preset": "interior", "item_count": -3}                   | item_count
                    {"preset": "interior", "items": []}                        | items
                    {"preset": "interior", "item_count": 1, "items": []}       | items
                    {"preset": "interior", "item_count": 1, "source_job_id": "x"} | items
                    {"preset": "interior", "source_job_id": "../x"}            | source_job_id
                    {"preset": "interior", "items": [null]}                    | items[0]
                    {"preset": "interior", "items": [{}]}                      | items[0].content_type, items[0].size
                    {"preset": "interior", "items": [{"content_type": "application/pdf", "size": 5}]} | items[0].content_type
                    {"preset": "interior", "items": [{"content_type": "image/jpeg", "size": 0}]} | items[0].size
                    {"preset": "interior", "items": [{"content_type": "image/jpeg", "size": 60000001}]} | items[0].size
                    {"preset": "interior", "items": [{"content_type": "image/jpeg", "size": 5, "sha256": "zz"}]} | items[0].sha256
                    """)
    void namesEveryBrokenField(String body, String fields) {
        var refused = api.post("/jobs", body);

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(String.join(
                        ", ", refused.details().keySet().stream().sorted().toList()))
                .isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource({"item_count, 1.5", "item_count, '\"3\"'", "preset, 7", "surprise, 1"})
    void refusesWrongTypesAndUnknownFields(String field, String value) {
        var refused = api.post("/jobs", "{\"%s\": %s}".formatted(field, value));

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.body()).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"2.0, 200", "2e0, 200", "20E-1, 200", "2.5, 400", "1e999, 400", "9999999999, 400", "true, 400"})
    void aWholeNumberMayBeWrittenWithItsPoint(String two, int status) {
        var quoted = api.post("/jobs?dry_run=true", "{\"preset\": \"interior\", \"item_count\": %s}".formatted(two));

        assertThat(quoted.status()).as(quoted.body()).isEqualTo(status);
        assertThat(quoted.body()).contains(status == 200 ? "\"items\":2" : "must be a whole number");
    }

    @Test
    void aNameIsAsLongAsItsCharacters() {
        var body = "{\"preset\": \"interior\", \"items\": [{\"content_type\": \"image/jpeg\", \"size\": 1,"
                + " \"filename\": \"%s\"}]}";

        assertThat(api.post("/jobs?dry_run=true", body.formatted("\uD83D\uDE00".repeat(255)))
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/jobs?dry_run=true", body.formatted("\uD83D\uDE00".repeat(256)))
                        .details())
                .containsOnlyKeys("items[0].filename");
    }

    @Test
    void saysWhichFormatsItTakesInstead() {
        var refused = api.post(
                "/jobs",
                "{\"preset\": \"interior\", \"items\": [{\"content_type\": \"application/pdf\", \"size\": 5}]}");

        assertThat(refused.details().get("items[0].content_type"))
                .contains("image/jpeg, image/png, image/webp, image/avif, image/heic, image/heif, image/tiff");
    }

    @Test
    void refusesAPresetThatThereIsNot() {
        var refused = api.post("/jobs", "{\"preset\": \"garden\", \"item_count\": 1}");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 INVALID_PRESET");
    }

    @Test
    void refusesMorePhotosThanThePlanAllowsAndSaysHowMany() {
        assertThat(limit(api, 11)).isEqualTo("400 ITEM_LIMIT: The plan allows 10 photos in one job, not 11.");
        assertThat(limit(RUNNING.pro(), 201))
                .isEqualTo("400 ITEM_LIMIT: The plan allows 200 photos in one job, not 201.");
        assertThat(limit(api, Integer.MAX_VALUE)).startsWith("400 ITEM_LIMIT");
    }

    private static String limit(Api user, int photos) {
        var refused = user.post("/jobs", "{\"preset\": \"interior\", \"item_count\": " + photos + "}");
        return refused.status() + " " + refused.code() + ": " + refused.text("$.error.message");
    }

    @Test
    void aQuoteCreatesNothing() {
        var quote = api.post("/jobs?dry_run=true", "{\"preset\": \"interior\", \"item_count\": 7}");

        assertThat(quote.status()).isEqualTo(200);
        assertThat(quote.text("$.data")).startsWith("{quote={items=7, variants=1, credits=7");
        assertThat(api.get("/jobs").at("$.data")).hasToString("[]");
        assertThat(api.post("/jobs?dry_run=true", "{\"preset\": \"interior\", \"item_count\": 11}")
                        .code())
                .isEqualTo("ITEM_LIMIT");
        api.job(1);
        assertThat(api.post("/jobs?dry_run=true", "{\"preset\": \"interior\", \"item_count\": 1}")
                        .code())
                .isEqualTo("CONCURRENCY_LIMIT");
    }

    @Test
    void refusesAJobTooManyAndNamesTheOpenOnes() {
        var open = api.post("/jobs", "{\"preset\": \"interior\", \"item_count\": 1}")
                .text("$.data.job_id");
        var refused = api.post("/jobs", "{\"preset\": \"interior\", \"item_count\": 1}");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("429 CONCURRENCY_LIMIT");
        assertThat(refused.details()).containsEntry("open_job", open);

        api.post("/jobs/" + open + "/cancel", null);
        assertThat(api.post("/jobs", "{\"preset\": \"interior\", \"item_count\": 1}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void callsAtTheSameMomentDoNotPassTheLimit() throws Exception {
        var together = new CountDownLatch(1);
        Callable<Integer> create = () -> {
            together.await();
            return api.post("/jobs", "{\"preset\": \"interior\", \"item_count\": 1}")
                    .status();
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> calls =
                    IntStream.range(0, 6).mapToObj(_ -> threads.submit(create)).toList();
            together.countDown();
            int created = 0;
            for (Future<Integer> call : calls) {
                created += call.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
    }

    @Test
    void aSourceMustHavePhotosThatPassed() {
        var source = api.post("/jobs", "{\"preset\": \"interior\", \"item_count\": 1}")
                .text("$.data.job_id");
        var refused = api.post("/jobs", "{\"preset\": \"interior\", \"source_job_id\": \"" + source + "\"}");

        assertThat(refused.status() + " " + refused.code()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(refused.details()).containsKey("source_job_id");
    }
}
