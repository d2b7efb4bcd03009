package photoset.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aProcessIsGivenNoPortTwiceAndNoneOfAnother() {
        List<Integer> first = Stream.generate(Ports::anyFree).limit(20).toList();
        List<Integer> more = Stream.generate(Ports::anyFree).limit(200).toList();

        assertThat(first.stream().map(port -> port / 100).distinct()).hasSize(1);
        assertThat(Stream.concat(first.stream(), more.stream())).doesNotHaveDuplicates();
    }
}
