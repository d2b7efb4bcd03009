package photoset.api.uploads;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.objects.ObjectStore;
import photoset.objects.ResponseHeaders;
import photoset.objects.UploadTerms;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.rendering.OutputFormat;

/** Lends single objects of the store to clients; computed here, without asking the store. */
@Component
@InRole(Role.WEB)
@EnableConfigurationProperties(LinkSettings.class)
public final class Links {
    private final ObjectStore store;
    private final LinkSettings settings;

    Links(ObjectStore store, LinkSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Where each photo is to be put. */
    public List<UploadLink> toPut(List<DeclaredPhoto> photos) {
        Instant expires = Clock.systemUTC().instant().plus(settings.uploadLifetime());
        return photos.stream().map(photo -> toPut(photo, expires)).toList();
    }

    /** Length and type are signed where they were announced. The length is no header for clients to set: they all do. */
    private UploadLink toPut(DeclaredPhoto photo, Instant expires) {
        @Nullable String type = photo.contentType();
        @Nullable Long bytes = photo.bytes();
        var lifetime = settings.uploadLifetime();
        return new UploadLink(
                photo.idx(),
                type == null || bytes == null
                        ? store.linkToPut(photo.key(), lifetime)
                        : store.linkToPut(photo.key(), new UploadTerms(type, bytes), lifetime),
                photo.key(),
                "PUT",
                type == null ? Map.of() : Map.of("Content-Type", type),
                expires);
    }

    /** Where a delivered picture can be read for {@link #downloadLifetime()}; a browser saves it. */
    public URI toPicture(int idx, String variant, String key) {
        var format = OutputFormat.of(extension(key));
        var name = "photo-%d-%s.%s".formatted(idx, variant, format.extension());
        return store.linkToGet(
                key, ResponseHeaders.attachment(format.contentType(), name), settings.downloadLifetime());
    }

    /** Where its small JPEG can be read for {@link #downloadLifetime()}; a browser may show it. */
    public URI toPreview(int idx, String variant, String key) {
        var name = "photo-%d-%s.preview.jpg".formatted(idx, variant);
        return store.linkToGet(key, ResponseHeaders.inline("image/jpeg", name), settings.downloadLifetime());
    }

    private static String extension(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    public Duration downloadLifetime() {
        return settings.downloadLifetime();
    }
}
