package photoset.cpu.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColorCountsTest {
    private static final float[] RGB = {100, 100, 100, 108, 100, 100, 100, 94, 100, 200, 90, 40, 100, 140, 100};

    private final ColorCounts counts = new ColorCounts(RGB, new int[] {0, 1, 2, 3});

    @Test
    void aColorCountsWithWhatIsNearIt() {
        assertThat(counts.isRare(0, .75f)).isFalse();
        assertThat(counts.isRare(0, .8f)).isTrue();
        assertThat(counts.isRare(3, .25f)).isFalse();
        assertThat(counts.isRare(3, .3f)).isTrue();
    }

    @Test
    void whatNoneOfThePlacesHasIsRare() {
        assertThat(counts.isRare(4, .01f)).isTrue();
    }
}
