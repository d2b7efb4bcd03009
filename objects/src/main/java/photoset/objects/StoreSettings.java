package photoset.objects;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the object store is.
 *
 * @param endpoint the S3 address as this process reaches it
 * @param publicEndpoint the S3 address as clients reach it, written into presigned links; the endpoint when absent
 * @param region the region that signatures name
 * @param bucket the one bucket; must exist
 * @param accessKey this process's own user of the store, with rights for the prefixes that it needs
 * @param secretKey the secret of that user
 */
@ConfigurationProperties(prefix = "photoset.store", ignoreUnknownFields = false)
public record StoreSettings(
        URI endpoint,
        @Nullable URI publicEndpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("photoset") String bucket,
        String accessKey,
        String secretKey) {
    public StoreSettings {
        require(endpoint != null, "endpoint", "the address of the S3 server");
        requireAddress(endpoint, "endpoint");
        if (publicEndpoint != null) {
            requireAddress(publicEndpoint, "public-endpoint");
        }
        require(accessKey != null && !accessKey.isBlank(), "access-key", "the S3 access key");
        require(secretKey != null && !secretKey.isBlank(), "secret-key", "the S3 secret key");
    }

    /** The address in presigned links. */
    public URI linkEndpoint() {
        return publicEndpoint == null ? endpoint : publicEndpoint;
    }

    /** The origin of {@link #linkEndpoint}, as browsers and their content policies name it. */
    public String linkOrigin() {
        return linkEndpoint().getScheme() + "://" + linkEndpoint().getAuthority();
    }

    private static void requireAddress(URI address, String property) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException("photoset.store." + property
                    + " must be an address such as https://pictures.example.org, without a user.");
        }
    }

    private static void require(boolean there, String property, String meaning) {
        if (!there) {
            throw new IllegalArgumentException("photoset.store." + property + " is missing: " + meaning + ".");
        }
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "StoreSettings[endpoint=" + endpoint + ", bucket=" + bucket + "]";
    }
}
