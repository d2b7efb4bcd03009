package photoset.workflows.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import photoset.workflows.segmentation.MaskRef.Finding;

class MaskRefTest {
    @Test
    void aMaskIsToldWithItsOwnFindingsOnly() {
        var findings = List.of(new Finding("Wall", .7, 60), new Finding("Door", 1, 5), new Finding("Wall", .9, 40));

        assertThat(MaskRef.of("Wall", "key", findings)).isEqualTo(new MaskRef("Wall", "key", 100, 2, .9));
        assertThat(MaskRef.of("Roof", "key", findings)).isEqualTo(new MaskRef("Roof", "key", 0, 0, 0));
    }
}
