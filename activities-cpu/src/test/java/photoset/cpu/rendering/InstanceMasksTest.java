package photoset.cpu.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.imaging.Mask;
import photoset.imaging.regions.LabelMap;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.segmentation.InstanceRef;

class InstanceMasksTest {
    private static final int WIDTH = 12;

    /** Two windows in one row of pixels, with soft edges that meet in the middle. */
    private static final Mask WINDOWS = new Mask(
            WIDTH, 1, new byte[] {0, 60, (byte) 255, (byte) 255, 120, 40, 40, 120, (byte) 255, (byte) 255, 60, 0});

    private static final Map<String, LabelMap> LABELS =
            Map.of("Window", new LabelMap(WIDTH, 1, new short[] {0, 0, 1, 1, 0, 0, 0, 0, 2, 2, 0, 0}));

    @Test
    void whatIsExcludedIsGoneWithItsSoftEdge() {
        var chosen = InstanceMasks.of(Map.of("Window", WINDOWS), LABELS, spec(List.of(window(1)), List.of()));

        assertThat(chosen.masks().get("Window").levels())
                .containsExactly(0, 0, 0, 0, 0, 0, 40, 120, (byte) 255, (byte) 255, 60, 0);
        assertThat(chosen.locked()).isEmpty();
    }

    @Test
    void whatIsLockedIsProtectedWithItsSoftEdgeAndStaysInTheMask() {
        var chosen = InstanceMasks.of(Map.of("Window", WINDOWS), LABELS, spec(List.of(), List.of(window(2))));

        assertThat(chosen.masks().get("Window")).isSameAs(WINDOWS);
        assertThat(chosen.locked())
                .singleElement()
                .satisfies(mask -> assertThat(mask.levels())
                        .containsExactly(0, 0, 0, 0, 0, 0, 40, 120, (byte) 255, (byte) 255, 60, 0));
    }

    @Test
    void aRuleForAllInstancesLeavesTheMasksAlone() {
        var masks = Map.of("Window", WINDOWS);

        assertThat(InstanceMasks.of(masks, Map.of(), spec(List.of(), List.of())).masks())
                .isSameAs(masks);
    }

    private static InstanceRef window(int label) {
        return new InstanceRef("Window-" + label, "Window", label);
    }

    private static RenderSpec spec(List<InstanceRef> exclude, List<InstanceRef> lock) {
        return new RenderSpec("a", List.of(), List.of(), OutputFormat.PNG, false, EdgeMode.AS_IS, false)
                .choosing(exclude, lock);
    }
}
