package photoset.gpu.sam3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import photoset.gpu.sam3.engine.Detection;
import photoset.gpu.sam3.engine.Prediction;

class PredictionFileTest {
    private static final Prediction ANSWER = new Prediction(
            2, .75f, new byte[] {1, 2, 3, 4}, List.of(new Detection(.5f, new float[] {0, .25f, .5f, 1}, new byte[4])));

    @Test
    void readsWhatItWrote() throws IOException {
        byte[] file = PredictionFile.of(ANSWER);
        var read = PredictionFile.read(file);

        assertThat(read).usingRecursiveComparison().isEqualTo(ANSWER);
        assertThat(PredictionFile.of(read)).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, 1", // another version
        "1, 2049, 0", // larger than any model draws
        "1, 0, 1001" // more than any model finds
    })
    void refusesAnotherVersionAndWhatNoModelSays(int version, int side, int candidates) throws IOException {
        assertThatThrownBy(() -> PredictionFile.read(written(version, side, candidates)))
                .isInstanceOf(IOException.class)
                .hasMessage("not an answer of this version");
    }

    private static byte[] written(int version, int side, int candidates) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(version);
            out.writeShort(side);
            out.writeFloat(1);
            out.write(new byte[side * side]);
            out.writeShort(candidates);
            // As many as there may be, so that nothing but the number is wrong.
            out.write(new byte[candidates * (5 * Float.BYTES + side * side)]);
        }
        return bytes.toByteArray();
    }

    @Test
    void refusesDamage() {
        byte[] file = PredictionFile.of(ANSWER);

        assertThatThrownBy(() -> PredictionFile.read(Arrays.copyOf(file, file.length / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PredictionFile.read(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PredictionFile.read(new byte[0])).isInstanceOf(IOException.class);
    }
}
