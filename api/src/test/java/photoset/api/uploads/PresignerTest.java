package photoset.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import photoset.objects.ObjectStore;
import photoset.objects.StoreSettings;

class PresignerTest {
    private static final String PICTURE = "outputs/u/j/a/0.png";
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static Presigner links(Duration downloadLifetime) {
        var nowhere = new StoreSettings(URI.create("http://127.0.0.1:9"), null, "us-east-1", "photoset", "a", "b");
        return new Presigner(new ObjectStore(nowhere), new LinkSettings(Duration.ofHours(1), downloadLifetime));
    }

    @Test
    void whatIsAskedForAgainIsNotMadeAgain() {
        var presigner = links(Duration.ofDays(1));

        var link = presigner.toPicture(0, "a", PICTURE);
        assertThat(presigner.toPicture(0, "a", PICTURE)).isSameAs(link);
        assertThat(presigner.toPreview(0, "a", "previews/u/j/a/0.jpg")).isNotEqualTo(link);
        assertThat(presigner.toPicture(1, "a", "outputs/u/j/a/1.png")).isNotEqualTo(link);
    }

    @Test
    void aPeriodIsHalfALifetime() {
        var presigner = links(Duration.ofMinutes(30));
        long period = presigner.period(BEGIN);

        assertThat(presigner.period(BEGIN.plus(Duration.ofMinutes(14)))).isEqualTo(period);
        assertThat(presigner.period(BEGIN.plus(Duration.ofMinutes(16)))).isEqualTo(period + 1);
    }
}
