package photoset.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StoreSettingsTest {
    private static StoreSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("photoset.store", StoreSettings.class)
                .get();
    }

    @Test
    void fillsInRegionBucketAndLinkAddress() {
        var settings = bind(Map.of(
                "photoset.store.endpoint", "http://127.0.0.1:9000",
                "photoset.store.access-key", "key",
                "photoset.store.secret-key", "secret"));

        assertThat(settings.region()).isEqualTo("us-east-1");
        assertThat(settings.bucket()).isEqualTo("photoset");
        assertThat(settings.linkEndpoint()).isEqualTo(URI.create("http://127.0.0.1:9000"));
    }

    @Test
    void saysWhichPropertyIsMissing() {
        assertThatThrownBy(() -> bind(Map.of("photoset.store.endpoint", "http://127.0.0.1:9000")))
                .rootCause()
                .hasMessageContaining("photoset.store.access-key is missing");
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (var wrong : List.of("store:8333", "ftp://store", "http:/store", "https://key:secret@store")) {
            assertThatThrownBy(() -> bind(Map.of(
                            "photoset.store.endpoint", "http://127.0.0.1:9000",
                            "photoset.store.public-endpoint", wrong,
                            "photoset.store.access-key", "key",
                            "photoset.store.secret-key", "secret")))
                    .as(wrong)
                    .rootCause()
                    .hasMessageContaining("photoset.store.public-endpoint must be an address such as");
        }
    }

    @Test
    void keepsTheSecretOutOfItsText() {
        var settings =
                new StoreSettings(URI.create("http://127.0.0.1:9000"), null, "us-east-1", "photoset", "key", "secret");

        assertThat(settings.toString()).doesNotContain("secret");
    }
}
