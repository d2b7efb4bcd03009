package photoset.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {
    private static final byte[] PICTURE = "not really a picture".getBytes(UTF_8);
    private static final Duration MINUTE = Duration.ofMinutes(1);
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

    @Test
    void givesBackWhatWasPut() {
        store.put("inputs/u/j/0.jpg", PICTURE, "image/jpeg");

        assertThat(store.get("inputs/u/j/0.jpg")).isEqualTo(PICTURE);
        assertThat(store.size("inputs/u/j/0.jpg")).hasValue(PICTURE.length);
    }

    @Test
    void replacesAnObjectThatIsPutAgain() {
        store.put("again", PICTURE, "image/jpeg");
        store.put("again", new byte[] {1, 2, 3}, "image/png");

        assertThat(store.get("again")).containsExactly(1, 2, 3);
    }

    @Test
    void keepsAnObjectLargerThanOneRequestBuffer() {
        byte[] large = new byte[12_000_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        store.put("large", large, "image/png");

        assertThat(store.get("large")).isEqualTo(large);
    }

    @Test
    void copiesWithoutTouchingTheSource() {
        store.put("from", PICTURE, "image/jpeg");
        store.copy("from", "to");
        store.put("from", new byte[] {9}, "image/jpeg");

        assertThat(store.get("to")).isEqualTo(PICTURE);
    }

    @Test
    void saysThatNothingIsThere() throws IOException {
        assertThat(store.size("nowhere")).isEmpty();
        assertThat(store.open("nowhere")).isEmpty();
        assertThatThrownBy(() -> store.get("nowhere")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.copy("nowhere", "to")).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void forgetsWhatWasDeletedAndDeletesTwice() {
        store.put("gone", PICTURE, "image/jpeg");
        store.delete("gone");
        store.delete("gone");

        assertThat(store.size("gone")).isEmpty();
    }

    @Test
    void lendsALinkToPutAndOneToGet() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var put = HttpRequest.newBuilder(store.linkToPut("uploads/u/j/0", MINUTE))
                    .header("Content-Type", "image/jpeg")
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(PICTURE))
                    .build();
            assertThat(http.send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);

            var get = HttpRequest.newBuilder(store.linkToGet("uploads/u/j/0", MINUTE))
                    .build();
            var answer = http.send(get, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(PICTURE);
        }
    }

    @Test
    void lendsNoLinkForAnotherKeyOrMethod() throws Exception {
        store.put("mine", PICTURE, "image/jpeg");
        store.put("other", PICTURE, "image/jpeg");
        var link = store.linkToGet("mine", MINUTE);
        try (var http = HttpClient.newHttpClient()) {
            var bent = HttpRequest.newBuilder(URI.create(link.toString().replace("/mine?", "/other?")))
                    .build();
            assertThat(http.send(bent, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);
            var write = HttpRequest.newBuilder(link)
                    .PUT(HttpRequest.BodyPublishers.ofString("overwritten"))
                    .build();
            assertThat(http.send(write, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);
        }
        assertThat(store.get("mine")).isEqualTo(PICTURE);
    }

    @Test
    void writesLinksForTheAddressThatClientsReach() {
        var settings = new StoreSettings(
                server.endpoint(), URI.create("https://pictures.example.org"), "us-east-1", "photoset", "a", "b");

        assertThat(new ObjectStore(settings).linkToGet("key", MINUTE)).hasHost("pictures.example.org");
    }

    @Test
    void refusesAWrongKeyWithoutNamingIt() {
        var stranger = new ObjectStore(server.settings("not-the-secret"));

        assertThatThrownBy(() -> stranger.put("key", PICTURE, "image/jpeg"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("The object store failed at put")
                .hasMessageNotContaining("not-the-secret");
    }

    @Test
    void saysThatTheStoreIsAway() {
        var nowhere = new StoreSettings(URI.create("http://127.0.0.1:1"), null, "us-east-1", "photoset", "a", "b");

        assertThatThrownBy(() -> new ObjectStore(nowhere).size("key")).isInstanceOf(StoreUnavailable.class);
    }
}
