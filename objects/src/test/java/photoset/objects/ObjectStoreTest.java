package photoset.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreTest {
    private static final byte[] PICTURE = "not really a picture".getBytes(UTF_8);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ResponseHeaders AS_JPEG = ResponseHeaders.attachment("image/jpeg", "photo-0.jpg");
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

        assertThat(store.get("inputs/u/j/0.jpg", S3Server.ANY_LENGTH)).isEqualTo(PICTURE);
        assertThat(store.size("inputs/u/j/0.jpg")).hasValue(PICTURE.length);
    }

    @Test
    void writesWhatComesInPartsAsOneObject() throws IOException {
        byte[] piece = new byte[1 << 20];
        store.stream("sets/u/j/s/all.zip", "application/zip", out -> {
            for (int i = 0; i < 20; i++) {
                Arrays.fill(piece, (byte) i);
                out.write(piece);
            }
        });
        store.stream("sets/u/j/s/small.zip", "application/zip", out -> out.write(7));

        try (var in = store.open("sets/u/j/s/all.zip").orElseThrow()) {
            byte[] all = in.readAllBytes();
            assertThat(all).hasSize(20 << 20);
            assertThat(new byte[] {all[0], all[all.length - 1]}).containsExactly(0, 19);
        }
        assertThat(store.get("sets/u/j/s/small.zip", S3Server.ANY_LENGTH)).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void aContentThatFailsIsNoObject(int pieces) {
        byte[] piece = new byte[1 << 20];
        assertThatThrownBy(() -> store.stream("sets/u/j/s/half.zip", "application/zip", out -> {
                    for (int i = 0; i < pieces; i++) {
                        out.write(piece);
                    }
                    throw new IllegalStateException("canceled");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("canceled");
        assertThat(store.size("sets/u/j/s/half.zip")).isEmpty();
    }

    @Test
    void replacesAnObjectThatIsPutAgain() {
        store.put("again", PICTURE, "image/jpeg");
        store.put("again", new byte[] {1, 2, 3}, "image/png");

        assertThat(store.get("again", S3Server.ANY_LENGTH)).containsExactly(1, 2, 3);
    }

    @Test
    void keepsAnObjectLargerThanOneRequestBuffer() {
        byte[] large = new byte[12_000_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        store.put("large", large, "image/png");

        assertThat(store.get("large", S3Server.ANY_LENGTH)).isEqualTo(large);
    }

    @Test
    void copiesWithoutTouchingTheSource() {
        store.put("from", PICTURE, "image/jpeg");
        assertThat(store.copy("from", version("from"), "to")).isTrue();
        store.put("from", new byte[] {9}, "image/jpeg");

        assertThat(store.get("to", S3Server.ANY_LENGTH)).isEqualTo(PICTURE);
    }

    @Test
    void readsAndCopiesNothingButWhatWasSeen() {
        store.put("seen", PICTURE, "image/jpeg");
        var seen = version("seen");
        assertThat(seen.bytes()).isEqualTo(PICTURE.length);
        assertThat(store.get("seen", seen)).contains(PICTURE);

        store.put("seen", PICTURE.clone(), "image/jpeg");
        assertThat(store.get("seen", seen)).as("the same bytes").contains(PICTURE);
        store.put("seen", new byte[PICTURE.length], "image/jpeg");
        assertThat(store.get("seen", seen)).isEmpty();
        assertThat(store.copy("seen", seen, "unseen")).isFalse();
        store.delete("seen");
        assertThat(store.get("seen", seen)).isEmpty();
        assertThat(store.copy("seen", seen, "unseen")).isFalse();
        assertThat(store.size("unseen")).isEmpty();
    }

    private static ObjectVersion version(String key) {
        return store.version(key).orElseThrow();
    }

    @Test
    void saysThatNothingIsThere() throws IOException {
        assertThat(store.size("nowhere")).isEmpty();
        assertThat(store.open("nowhere")).isEmpty();
        assertThatThrownBy(() -> store.get("nowhere", S3Server.ANY_LENGTH)).isInstanceOf(ObjectMissing.class);
    }

    @Test
    void forgetsWhatWasDeletedAndDeletesTwice() {
        store.put("gone", PICTURE, "image/jpeg");
        store.delete("gone");
        store.delete("gone");

        assertThat(store.size("gone")).isEmpty();
    }

    @Test
    void listsStretchByStretchInTheOrderOfKeys() {
        var keys = List.of("list/a/1", "list/a-b/1", "list/a/0", "list/b/1", "list/a0", "elsewhere/1");
        keys.forEach(key -> store.put(key, PICTURE, "image/jpeg"));

        var first = store.list("list/", null, 2);
        var second = store.list("list/", first.getLast().key(), 2);
        var third = store.list("list/", second.getLast().key(), 2);
        assertThat(Stream.of(first, second, third).flatMap(List::stream).map(StoredObject::key))
                .containsExactly("list/a-b/1", "list/a/0", "list/a/1", "list/a0", "list/b/1");
        assertThat(third).hasSize(1);
        assertThat(first.getFirst().lastModified()).isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS));
        assertThat(store.list("nowhere/", null, 2)).isEmpty();
    }

    @Test
    void deletesManyAtOnceAndTwice() {
        var keys = IntStream.range(0, 5).mapToObj(n -> "many/" + n).toList();
        keys.forEach(key -> store.put(key, PICTURE, "image/jpeg"));
        store.deleteAll(keys.subList(0, 4));
        store.deleteAll(keys.subList(0, 4));

        assertThat(store.list("many/", null, 10)).extracting(StoredObject::key).containsExactly("many/4");
    }

    @Test
    void saysThatTheStoreIsAwayBeforeAListIsRead() {
        var nowhere = new ObjectStore(
                new StoreSettings(URI.create("http://127.0.0.1:1"), null, "us-east-1", "photoset", "a", "b"));

        assertThatThrownBy(() -> nowhere.list("", null, 1)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> nowhere.deleteAll(List.of("key"))).isInstanceOf(StoreUnavailable.class);
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

            var get = HttpRequest.newBuilder(store.linkToGet("uploads/u/j/0", AS_JPEG, MINUTE))
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
        var link = store.linkToGet("mine", AS_JPEG, MINUTE);
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
        assertThat(store.get("mine", S3Server.ANY_LENGTH)).isEqualTo(PICTURE);
    }

    @Test
    void takesNothingButWhatWasAnnouncedThroughALink() throws Exception {
        var link = store.linkToPut("terms", new UploadTerms("image/jpeg", PICTURE.length), MINUTE);

        assertThat(put(link, "image/jpeg", new byte[PICTURE.length + 1])).isEqualTo(403);
        assertThat(put(link, "image/jpeg", new byte[1])).isEqualTo(403);
        assertThat(put(link, "text/html", PICTURE)).isEqualTo(403);
        assertThat(store.size("terms")).isEmpty();
        assertThat(put(link, "image/jpeg", PICTURE)).isEqualTo(200);
        assertThat(store.get("terms", S3Server.ANY_LENGTH)).isEqualTo(PICTURE);
    }

    @Test
    void takesNoStreamWithoutALengthThroughALink() throws Exception {
        var link = store.linkToPut("chunked", new UploadTerms("image/jpeg", PICTURE.length), MINUTE);
        var chunked = HttpRequest.newBuilder(link)
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(PICTURE)))
                .build();

        try {
            assertThat(send(chunked).statusCode()).isBetween(400, 499);
        } catch (IOException closed) {
            // A server that refuses may close the connection before it has read the body, and its answer is lost.
        }
        assertThat(store.size("chunked")).isEmpty();
    }

    private static int put(URI link, String type, byte[] bytes) throws Exception {
        return send(HttpRequest.newBuilder(link)
                        .header("Content-Type", type)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build())
                .statusCode();
    }

    private static HttpResponse<Void> send(HttpRequest request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }

    @Test
    void servesAPageThatSomebodyUploadedAsAPictureToBeSaved() throws Exception {
        store.put("page", "<script>alert(1)</script>".getBytes(UTF_8), "text/html");

        var answer = send(
                HttpRequest.newBuilder(store.linkToGet("page", AS_JPEG, MINUTE)).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"photo-0.jpg\"");
    }

    @Test
    void letsNobodyChangeWhatALinkIsAnsweredWith() throws Exception {
        store.put("page", "<script>alert(1)</script>".getBytes(UTF_8), "text/html");
        var link = store.linkToGet("page", AS_JPEG, MINUTE).toString();

        for (String bent : List.of(
                link.replace("image%2Fjpeg", "text%2Fhtml"),
                link.replace("attachment", "inline"),
                link.replaceAll("response-content-type=[^&]*&", ""))) {
            assertThat(bent).isNotEqualTo(link);
            assertThat(send(HttpRequest.newBuilder(URI.create(bent)).build()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesAFileNameThatCouldEndTheHeader() {
        for (String name : List.of("", "a\"b", "a b", "a\r\nb", "../a", "ü.jpg")) {
            assertThatThrownBy(() -> ResponseHeaders.inline("image/jpeg", name))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void writesLinksForTheAddressThatClientsReach() {
        var settings = new StoreSettings(
                server.endpoint(), URI.create("https://pictures.example.org"), "us-east-1", "photoset", "a", "b");

        assertThat(new ObjectStore(settings).linkToGet("key", AS_JPEG, MINUTE)).hasHost("pictures.example.org");
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

    @Test
    void readsNoMoreThanItsReaderHasRoomFor() {
        store.put("grown", new byte[1001], "image/png");

        assertThat(store.get("grown", 1001)).hasSize(1001);
        assertThatThrownBy(() -> store.get("grown", 1000))
                .isInstanceOf(ObjectTooLarge.class)
                .hasMessage("The object grown has more than 1000 bytes");
        assertThatThrownBy(() -> store.find("grown", 1000)).isInstanceOf(ObjectTooLarge.class);
        assertThat(store.find("nowhere", 1000)).isEmpty();
    }
}
