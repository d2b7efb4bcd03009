package photoset.api.uploads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

/**
 * Lends single objects of the store to clients; computed here, without asking the store. A link takes a tenth of a
 * millisecond, and a large job has 1,800 of them, which every poll asks for: those to read are kept for a while, and a
 * caller with many makes them off the event loop.
 */
@Component
@InRole(Role.WEB)
@EnableConfigurationProperties(LinkSettings.class)
public final class Presigner {
    private static final Map<String, String> MASK_HEADERS = Map.of("Content-Type", "image/png");

    /** 11 jobs of the largest size that are watched at once, some 700 bytes each; others are made anew. */
    private static final int KEPT_MAX = 20_000;

    private final ObjectStore store;
    private final LinkSettings settings;
    private final Cache<Kept, URI> kept;

    Presigner(ObjectStore store, LinkSettings settings) {
        this.store = store;
        this.settings = settings;
        this.kept = Caffeine.newBuilder()
                .maximumSize(KEPT_MAX)
                .expireAfterWrite(settings.downloadLifetime().dividedBy(2))
                .build();
    }

    /**
     * A link as it is kept.
     *
     * @param period the {@link #period} in which it was made; it lives for another whole one
     */
    private record Kept(String key, long period) {}

    /** The number of the half lifetime that {@code at} lies in; what is handed out in one is good for the next one too. */
    public long period(Instant at) {
        return at.toEpochMilli() * 2 / settings.downloadLifetime().toMillis();
    }

    /** Where each photo is to be put. */
    public List<UploadLink> toPut(List<DeclaredPhoto> photos) {
        Instant expires = Clock.systemUTC().instant().plus(settings.uploadLifetime());
        return photos.stream().map(photo -> toPut(photo, expires)).toList();
    }

    /** Length and type are signed where they were declared. The length is no header for clients to set: they all do. */
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

    /**
     * Where an own mask of a photo is to be put. Its length is not known yet, so nothing is signed; the type is told, since
     * a client's own default may be that of a form, which no store takes for a file.
     */
    public UploadLink toPutMask(int idx, String key) {
        var lifetime = settings.uploadLifetime();
        var expires = Clock.systemUTC().instant().plus(lifetime);
        return new UploadLink(idx, store.linkToPut(key, lifetime), key, "PUT", MASK_HEADERS, expires);
    }

    /** Where a delivered picture can be read for at least half a lifetime; a browser saves it. */
    public URI toPicture(int idx, String variant, String key) {
        var format = OutputFormat.of(extension(key));
        var name = "photo-%d-%s.%s".formatted(idx, variant, format.extension());
        return toGet(key, ResponseHeaders.attachment(format.contentType(), name));
    }

    /** Where its small JPEG can be read for at least half a lifetime; a browser may show it. */
    public URI toPreview(int idx, String variant, String key) {
        var name = "photo-%d-%s.preview.jpg".formatted(idx, variant);
        return toGet(key, ResponseHeaders.inline("image/jpeg", name));
    }

    /** Where the manifest of a result can be read for at least half a lifetime. */
    public URI toManifest(int idx, String variant, String key) {
        var name = "photo-%d-%s.manifest.json".formatted(idx, variant);
        return toGet(key, ResponseHeaders.attachment("application/json", name));
    }

    /** Where a preview of a rule can be read until {@code end}, or for a lifetime when that is shorter. */
    public Lent toLivePreview(int idx, String key, Instant end) {
        var now = Clock.systemUTC().instant();
        var lifetime = settings.downloadLifetime();
        var left = Duration.between(now, end);
        var life = left.compareTo(lifetime) < 0 ? left : lifetime;
        var answer = ResponseHeaders.inline("image/jpeg", "photo-%d.preview.jpg".formatted(idx));
        return new Lent(store.linkToGet(key, answer, life), now.plus(life));
    }

    /** A link and when it ends. */
    public record Lent(URI url, Instant expiresAt) {}

    /** Where the mask of a concept can be read for at least half a lifetime. */
    public URI toMask(int idx, String concept, String key) {
        return toGet(key, ResponseHeaders.inline("image/png", "photo-%d-%s.mask.png".formatted(idx, concept)));
    }

    /** Where a file of a set can be read for at least half a lifetime; a browser shows pictures and saves the others. */
    public URI toSetFile(String name, String key) {
        var file = name.replace('/', '-');
        return toGet(
                key,
                switch (extension(key)) {
                    case "jpg" -> ResponseHeaders.inline("image/jpeg", file);
                    case "pdf" -> ResponseHeaders.attachment("application/pdf", file);
                    default -> ResponseHeaders.attachment("application/zip", file);
                });
    }

    /** Where a photo can be seen as it was, of reduced size, for at least half a lifetime. */
    public URI toView(int idx, String key) {
        return toGet(key, ResponseHeaders.inline("image/jpeg", "photo-%d.original.jpg".formatted(idx)));
    }

    private URI toGet(String key, ResponseHeaders answer) {
        var now = Clock.systemUTC().instant();
        return kept.get(new Kept(key, period(now)), _ -> store.linkToGet(key, answer, settings.downloadLifetime()));
    }

    private static String extension(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
