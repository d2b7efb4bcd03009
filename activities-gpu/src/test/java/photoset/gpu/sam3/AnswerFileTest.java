package photoset.gpu.sam3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.gpu.sam3.engine.Answer;
import photoset.gpu.sam3.engine.Candidate;

class AnswerFileTest {
    private static final Answer ANSWER = new Answer(
            2, .75f, new byte[] {1, 2, 3, 4}, List.of(new Candidate(.5f, new float[] {0, .25f, .5f, 1}, new byte[4])));

    @Test
    void readsWhatItWrote() throws IOException {
        byte[] file = AnswerFile.of(ANSWER);
        var read = AnswerFile.read(file);

        assertThat(read).usingRecursiveComparison().isEqualTo(ANSWER);
        assertThat(AnswerFile.of(read)).isEqualTo(file);
    }

    @Test
    void refusesAnotherVersionAndDamage() {
        byte[] file = AnswerFile.of(ANSWER);

        assertThatThrownBy(() -> AnswerFile.read(Arrays.copyOf(file, file.length / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AnswerFile.read(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AnswerFile.read(new byte[0])).isInstanceOf(IOException.class);
    }
}
