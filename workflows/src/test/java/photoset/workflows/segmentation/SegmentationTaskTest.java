package photoset.workflows.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import photoset.workflows.JobId;
import photoset.workflows.UserId;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.segmentation.MaskRef.Finding;

class SegmentationTaskTest {
    private static final List<Concept> CONCEPTS = List.of(new Concept("Wall", "wall", Concept.Kind.STUFF));
    private static final SegmentationTask TASK = new SegmentationTask(
            new UserId("u"), new JobId("j"), "interior", new PhotoRef(0, "k", "v", "00", 1, 64, 48), CONCEPTS);

    @Test
    void protectsNothingWhenAnOlderApiOrderedIt() {
        var older = Map.of(
                "user", "u",
                "job", "j",
                "preset", "interior",
                "photo", TASK.photo(),
                "concepts", CONCEPTS);
        var converter = DefaultDataConverter.STANDARD_INSTANCE;

        assertThat(converter.fromPayload(
                        converter.toPayload(older).orElseThrow(), SegmentationTask.class, SegmentationTask.class))
                .isEqualTo(TASK);
        assertThat(TASK.protect()).isEmpty();
    }

    @Test
    void aMaskIsToldWithItsOwnFindingsOnly() {
        var findings = List.of(new Finding("Wall", .7, 60), new Finding("Door", 1, 5), new Finding("Wall", .9, 40));

        assertThat(MaskRef.of("Wall", "key", findings)).isEqualTo(new MaskRef("Wall", "key", 100, 2, .9));
        assertThat(MaskRef.of("Roof", "key", findings)).isEqualTo(new MaskRef("Roof", "key", 0, 0, 0));
    }
}
