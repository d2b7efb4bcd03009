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
import photoset.workflows.photos.DeclaredPhoto;

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

    private UploadLink toPut(DeclaredPhoto photo, Instant expires) {
        @Nullable String type = photo.contentType();
        return new UploadLink(
                photo.idx(),
                store.linkToPut(photo.key(), settings.uploadLifetime()),
                photo.key(),
                "PUT",
                type == null ? Map.of() : Map.of("Content-Type", type),
                expires);
    }

    /** Where a result can be read for {@link #downloadLifetime()}. */
    public URI toGet(String key) {
        return store.linkToGet(key, settings.downloadLifetime());
    }

    public Duration downloadLifetime() {
        return settings.downloadLifetime();
    }
}
