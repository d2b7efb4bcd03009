package photoset.gpu.sam3.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ids are those of the tokenizer of OpenAI's CLIP. */
class TokenizerTest {
    private static final long BEGIN = 49_406;
    private static final long END = 49_407;

    private static Tokenizer tokenizer;

    @BeforeAll
    static void read() throws IOException {
        tokenizer = new Tokenizer(Files.readAllBytes(Path.of("src/test/resources/sam3/tiny/vocab.txt.gz")), 32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wall                | 2569",
                "floor               | 4125",
                "ceiling             | 12374",
                "logo                | 5750",
                "kitchen cabinet     | 4485 9937",
                "curtains            | 30223",
                "sofa                | 15723",
                "window frame        | 4879 6481",
                "product label       | 4306 9093",
                "visual              | 7195",
                "Küche & naïve 3D    | 74 6522 3842 261 1097 35689 563 274 323",
                "a photo of a cat    | 320 1125 539 320 2368",
                "A  PHOTO\u00a0of &lt;a&gt; cat | 320 1125 539 283 320 285 2368"
            })
    void givesTheIdsOfClip(String text, String pieces) {
        var wanted = LongStream.concat(
                        LongStream.of(BEGIN), Stream.of(pieces.split(" ", -1)).mapToLong(Long::parseLong))
                .toArray();
        var tokens = tokenizer.tokens(text);

        assertThat(tokens.length()).isEqualTo(wanted.length + 1);
        assertThat(Arrays.copyOf(tokens.ids(), wanted.length)).isEqualTo(wanted);
        assertThat(Arrays.copyOfRange(tokens.ids(), wanted.length, 32)).containsOnly(END);
    }

    @Test
    void cutsWhatDoesNotFit() {
        var tokens = tokenizer.tokens("wall ".repeat(40));

        assertThat(tokens.length()).isEqualTo(32);
        assertThat(tokens.ids()).startsWith(BEGIN, 2569).endsWith(2569, END);
    }

    @Test
    void nothingIsBeginAndEnd() {
        assertThat(tokenizer.tokens(" ").ids()).startsWith(BEGIN, END, END);
        assertThat(tokenizer.tokens(" ").length()).isEqualTo(2);
    }

    @Test
    void refusesAVocabularyThatIsNone() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write("#version\ni n\nt h\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> new Tokenizer(bytes.toByteArray(), 32))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2 merges instead of 48894");
    }
}
