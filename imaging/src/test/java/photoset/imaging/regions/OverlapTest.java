package photoset.imaging.regions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverlapTest {
    private static final byte[] LEFT = {-1, -128, 127, 0};
    private static final byte[] RIGHT = {0, -1, -1, 0};

    @Test
    void isIntersectionOverUnionOfWhatIsCovered() {
        assertThat(Overlap.of(LEFT, RIGHT)).isEqualTo(new Overlap(1, 3));
        assertThat(Overlap.of(LEFT, RIGHT).share()).isEqualTo(1.0 / 3);
        assertThat(Overlap.of(LEFT, LEFT).share()).isEqualTo(1);
    }

    /** Two masks of nothing agree. */
    @Test
    void isOneWhereNothingIsCovered() {
        assertThat(Overlap.NONE.share()).isEqualTo(1);
        assertThat(Overlap.NONE.with(Overlap.of(LEFT, RIGHT))).isEqualTo(new Overlap(1, 3));
    }
}
