package photoset.workflows.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlbumWhiteTest {
    private static PhotoRef photo(@Nullable String white) {
        return new PhotoRef(0, "key", "view", "hash", 1, 640, 480, white);
    }

    @Test
    void isWhatMostPhotosAgreeOn() {
        assertThat(AlbumWhite.of(List.of(photo("#fff0e0"), photo("#ff8040"), photo("#fff2e4"))))
                .isEqualTo("#fff0e0");
    }

    @Test
    void photosThatWereNotLookedAtSayNothing() {
        assertThat(AlbumWhite.of(List.of(photo(null), photo("#fff2e4")))).isEqualTo("#fff2e4");
        assertThat(AlbumWhite.of(List.of(photo(null)))).isNull();
    }
}
