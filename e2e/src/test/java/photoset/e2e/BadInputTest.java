package photoset.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import photoset.cli.client.AlbumJob;
import photoset.e2e.harness.Job;
import photoset.e2e.harness.Photos;
import photoset.e2e.harness.Server;

/** Whatever is sent, the answer is a sentence, the process stays up, and no credit is lost. */
class BadInputTest {
    private final Server server = Server.shared();

    private record Case(String name, @Nullable String body, int status, List<String> codes, String said) {}

    @TestFactory
    Stream<DynamicTest> aJobThatMakesNoSenseIsRefusedWithASentence() {
        var user = server.newUser();
        return Stream.of(
                        new Case("no body", null, 400, List.of("VALIDATION_FAILED"), ""),
                        new Case("empty body", "", 400, List.of("VALIDATION_FAILED"), ""),
                        new Case("empty object", "{}", 400, List.of("VALIDATION_FAILED"), "preset"),
                        new Case("half a document", "{\"preset\":\"inter", 400, List.of("VALIDATION_FAILED"), ""),
                        new Case("another type", "[1, 2]", 400, List.of("VALIDATION_FAILED"), ""),
                        new Case(
                                "wrong types",
                                "{\"preset\":5,\"item_count\":\"two\"}",
                                400,
                                List.of("VALIDATION_FAILED"),
                                "item_count"),
                        new Case(
                                "unknown field",
                                "{\"preset\":\"interior\",\"item_count\":1,\"colour\":\"red\"}",
                                400,
                                List.of("VALIDATION_FAILED"),
                                "colour"),
                        new Case("0 photos", job("interior", 0), 400, List.of("VALIDATION_FAILED"), "item_count"),
                        new Case(
                                "201 photos",
                                job("interior", 201),
                                400,
                                List.of("ITEM_LIMIT", "VALIDATION_FAILED"),
                                ""),
                        new Case("unknown preset", job("garden", 1), 400, List.of("INVALID_PRESET"), "preset"))
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> {
                    var answer = user.client().call("POST", "/jobs", bad.body());
                    assertThat(answer.status())
                            .describedAs(answer.body().toString())
                            .isEqualTo(bad.status());
                    assertThat(bad.codes()).contains(answer.code());
                    assertThat(answer.message()).isNotBlank();
                    assertThat(answer.body().path("error").toString()).contains(bad.said());
                    assertThat(server.isAlive()).isTrue();
                    assertThat(user.credits()).isEqualTo(10);
                }));
    }

    private static String job(String preset, int photos) {
        return "{\"preset\":\"%s\",\"item_count\":%d}".formatted(preset, photos);
    }

    @Test
    void anUnknownConceptIsNamedAndTheJobCanStillBeExecuted() {
        var user = server.newUser();
        var job = Job.confirmed(server, user, Photos.plain());
        var refused = job.calls()
                .execute(Map.of("concepts", Map.of("Chandelier", Map.of("action", "recolor", "value", "sage"))));
        assertThat(refused.status()).describedAs(refused.body().toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("UNKNOWN_CONCEPT");
        assertThat(refused.body().path("error").toString()).contains("Chandelier");
        assertThat(user.held()).isEqualTo(1);
        job.calls().execute(Job.SAGE_WALLS).orRefuse();
        assertThat(job.end().path("status").asString()).isEqualTo("done");
    }

    @Test
    void aMissingUploadIsNamedAndCanBeMadeGood() {
        var user = server.newUser();
        var calls = AlbumJob.create(user.client(), "interior", 2);
        calls.upload(0, Photos.plain());
        var refused = calls.confirm();
        assertThat(refused.status()).describedAs(refused.body().toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("UPLOAD_INCOMPLETE");
        assertThat(refused.body()
                        .path("error")
                        .path("details")
                        .path(0)
                        .path("idx")
                        .asInt(-1))
                .isEqualTo(1);
        assertThat(user.credits()).isEqualTo(10);
        calls.upload(1, Photos.plain());
        assertThat(calls.confirm().status()).isEqualTo(200);
        assertThat(user.held()).isEqualTo(2);
    }

    @Test
    void hostileAndBrokenFilesFailAloneEachWithItsReason() {
        var user = server.newUser();
        var end = Job.executed(
                        server,
                        user,
                        Job.SAGE_WALLS,
                        Photos.text(),
                        Photos.truncated(Photos.room("living_tv")),
                        Photos.bomb(),
                        Photos.plain())
                .end();
        assertThat(end.path("status").asString()).isEqualTo("done");
        assertThat(Job.item(end, 0).path("error").toString()).contains("UNSUPPORTED_FORMAT");
        assertThat(Job.item(end, 1).path("error").toString()).contains("UNREADABLE_PHOTO");
        assertThat(Job.item(end, 2).path("error").toString()).contains("PHOTO_TOO_LARGE");
        assertThat(Job.item(end, 3).path("status").asString()).isEqualTo("done");
        assertThat(server.isAlive()).isTrue();
        assertThat(user.credits()).isEqualTo(9);
        assertThat(user.held()).isZero();
    }
}
