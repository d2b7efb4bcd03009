package photoset.cpu.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
    @ParameterizedTest
    @ValueSource(ints = {320, 1200, 2999})
    void passesOverNoColumnThatALetterCovers(int side) {
        var lettering = new Lettering(side);
        for (int y = 0; y < side; y += 7) {
            var within = new BitSet(side);
            for (int x = lettering.next(0, y); x < side; ) {
                int end = lettering.end(x, y);
                within.set(x, end);
                x = lettering.next(end, y);
            }
            int passedOver = 0;
            for (int x = within.nextClearBit(0); x < side; x = within.nextClearBit(x + 1)) {
                assertThat(lettering.at(x, y)).isZero();
                passedOver++;
            }
            assertThat(passedOver).isPositive();
        }
    }
}
