package photoset.gpu.masks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void growsLinearlyBetweenPixelCentres() {
        var mask = new Mask(2, 1, new byte[] {0, (byte) 200}).resized(4, 1);

        assertThat(mask.alpha()).containsExactly(0, 50, 150, (byte) 200);
    }

    @Test
    void keepsFullAndEmptyAsTheyAre() {
        var mask = Pictures.mask("##", "##").resized(7, 5);

        assertThat(mask.alpha()).containsOnly(255);
        assertThat(mask.area()).isEqualTo(35);
    }

    @Test
    void staysWhatItIsAtItsOwnSize() {
        var alpha = new byte[] {0, 1, 127, (byte) 128, (byte) 254, (byte) 255};

        assertThat(new Mask(3, 2, alpha).resized(3, 2).alpha()).isEqualTo(alpha);
        assertThat(new Mask(3, 2, alpha).area()).isEqualTo(3);
    }

    @Test
    void hasAByteForEveryPixel() {
        assertThatThrownBy(() -> new Mask(2, 2, new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }
}
