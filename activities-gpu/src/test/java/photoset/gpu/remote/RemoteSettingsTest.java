package photoset.gpu.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSettingsTest {
    private static RemoteSettings with(String endpoint, Duration pollEvery, Duration repeatAfter, String provider) {
        return new RemoteSettings(
                URI.create(endpoint),
                "the-token",
                URI.create("https://api.example"),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                pollEvery,
                repeatAfter,
                provider);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.9S", "PT-1M", "P7DT1S"})
    void refusesLinksThatNoStoreSigns(Duration lifetime) {
        assertThatThrownBy(() -> new RemoteSettings(
                        URI.create("https://gpu.example"),
                        null,
                        URI.create("https://api.example"),
                        lifetime,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(3),
                        "far"))
                .hasMessage("photoset.remote.link-lifetime must be a duration from 1 second to 7 days.");
    }

    @Test
    void namesTheProviderInManifestsAndNeverShowsItsToken() {
        var settings = with("https://gpu.example/run", Duration.ofSeconds(30), Duration.ofMinutes(3), "far");

        assertThat(settings.model()).isEqualTo("remote/far");
        assertThat(settings.toString()).contains("gpu.example").doesNotContain("the-token");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://gpu.example, PT30S, PT3M, far, endpoint",
        "https://gpu.example, PT0S, PT3M, far, poll-every",
        "https://gpu.example, PT30S, PT-1S, far, repeat-after",
        "https://gpu.example, PT30S, PT3M, far away, provider"
    })
    void saysWhichPropertyIsWrong(String endpoint, Duration look, Duration repeat, String provider, String property) {
        assertThatThrownBy(() -> with(endpoint, look, repeat, provider))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("photoset.remote." + property + " must be ");
    }
}
