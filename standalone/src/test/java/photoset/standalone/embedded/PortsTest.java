package photoset.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aProcessIsGivenNoPortTwice() {
        List<Integer> given = Stream.generate(Ports::anyFree).limit(200).toList();

        assertThat(given).doesNotHaveDuplicates();
    }

    @Test
    void processesThatStartOneAfterTheOtherTryPortsOfTheirOwnFirst() {
        assertThat(firstChoices(4711)).doesNotContainAnyElementsOf(firstChoices(4712));
    }

    private static Set<Integer> firstChoices(long pid) {
        return Ports.candidates(pid).limit(100).boxed().collect(Collectors.toSet());
    }
}
